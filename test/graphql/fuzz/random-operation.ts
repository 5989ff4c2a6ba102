import type { GeneratorValue } from "fast-check";
import * as fc from "fast-check";
import {
	type GraphQLArgument,
	type GraphQLField,
	type GraphQLInputType,
	type GraphQLObjectType,
	type GraphQLOutputType,
	type GraphQLSchema,
	getNamedType,
	isAbstractType,
	isEnumType,
	isInputObjectType,
	isInterfaceType,
	isLeafType,
	isListType,
	isNonNullType,
	isObjectType,
	isSpecifiedScalarType,
	isUnionType,
} from "graphql";

/** An operation that is valid by the schema, with values that may be anything of their types. */
export interface RandomOperation {
	query: string;
	variables: Record<string, unknown>;
	/** Fields that have fields: what an answer may take statements for. */
	branches: number;
	isMutation: boolean;
}

/** Values that the operations are made of, beside those that are made up. */
export interface KnownValues {
	/** By the name of their type. */
	ids: Readonly<Record<string, readonly string[]>>;
	cursors: readonly string[];
	urls: readonly string[];
}

const MAX_DEPTH = 7;

/** Texts at which something has broken somewhere: SQL, search syntax, controls, halves of characters, other alphabets, length. */
export const HOSTILE_TEXTS: readonly string[] = [
	"",
	" ",
	"strike",
	'\'; drop table "Event"; --',
	"' or 1=1 --",
	'" or ""="',
	"\\",
	"%_%",
	"a & b | !c <-> d:*",
	"((((",
	'"unclosed -or',
	"!!! ::: ***",
	"$1 {{7*7}} #{7*7}",
	"../../etc/passwd",
	"<script>alert(1)</script>",
	"\u0000",
	"a\u0000b",
	"\ud800",
	"x\udc00y",
	"\u202eevil",
	"\r\nX-Injected: 1",
	"İstanbul ﷺ 😀 Ω",
	"x".repeat(3_000),
	"null",
	"__proto__",
	"constructor",
];

const PAGE_SIZES = [1, 2, 5, 20];
const NUMBERS = [-2_147_483_648, -1, 0, 1, 2, 5, 20, 100, 101, 2_147_483_647];
const FRACTIONS = [-1, 0, 0.5, 1, 1e308, 5e-324];
const ORDINARY_INSTANTS = ["2031-03-10T00:00:00Z", "2031-06-01T12:00:00.000Z"];
const INSTANTS = [
	"1990-01-01T00:00:00Z",
	"0000-01-01T00:00:00Z",
	"9999-12-31T23:59:59Z",
	"+275760-09-13T00:00:00Z",
	"2031-02-30T00:00:00Z",
	"2031-03-10",
	"yesterday",
];

/** Percent of the places where an optional argument is given; the ends of a page exclude each other, and are refused together. */
const FREQUENT: Record<string, number | undefined> = { first: 60, last: 3, after: 5, before: 3 };

/** Makes operations out of a schema. */
export function randomOperation(schema: GraphQLSchema, known: KnownValues): fc.Arbitrary<RandomOperation> {
	return fc.gen().map((draw) => compose(schema, known, draw));
}

function compose(schema: GraphQLSchema, known: KnownValues, draw: GeneratorValue): RandomOperation {
	const definitions: string[] = [];
	const variables: Record<string, unknown> = {};
	let branches = 0;
	let fieldsLeft = 40;

	const pick = <T>(items: readonly T[]): T => items[draw(fc.nat, { max: items.length - 1 })] as T;
	const chance = (percent: number): boolean => draw(fc.nat, { max: 99 }) < percent;

	const allIds = Object.values(known.ids).flat();

	const scalar = (name: string): unknown => {
		if (name === "Int") return pick(NUMBERS);
		if (name === "Float") return pick(FRACTIONS);
		if (name === "Boolean") return chance(50);
		if (name === "ID") return chance(90) ? pick(allIds) : pick(HOSTILE_TEXTS);
		if (name === "DateTime") return pick(chance(80) ? ORDINARY_INSTANTS : INSTANTS);
		if (name === "URL") return pick([...known.urls, "http://127.0.0.1/", "javascript:alert(1)", "data:,x", "//x", ""]);
		if (name === "TimexValue") return pick(["2031-03", "2031-W11", "P3D", "0000", "9999-99", "XXXX", ""]);
		if (name === "LanguageTag") return pick(["en", "de-AT", "xx", "en_US", ""]);
		return chance(30) ? pick(known.cursors) : pick(HOSTILE_TEXTS);
	};

	const value = (type: GraphQLInputType, depth: number): unknown => {
		if (isNonNullType(type)) return value(type.ofType, depth);
		if (isListType(type)) {
			return Array.from({ length: draw(fc.nat, { max: 3 }) }, () => value(type.ofType, depth));
		}
		if (isEnumType(type)) return pick(type.getValues()).name;
		if (!isInputObjectType(type)) return scalar(getNamedType(type).name);
		const fields = Object.values(type.getFields());
		const one = type.isOneOf ? pick(fields) : null;
		const given = fields.filter((field) =>
			one ? field === one : isNonNullType(field.type) || (depth < 3 && chance(30)),
		);
		return Object.fromEntries(given.map((field) => [field.name, value(field.type, depth + 1)]));
	};

	/** Mostly what the field expects; what it refuses ends the whole operation. */
	const fitting = ({ name, type }: GraphQLArgument, ofType: string): unknown => {
		if (chance(10)) return value(type, 0);
		if (name === "first") return pick(PAGE_SIZES);
		const about = name === "id" ? ofType : `${name.charAt(0).toUpperCase()}${name.slice(1).replace(/Id$/, "")}`;
		const ids = name === "id" || name.endsWith("Id") ? known.ids[about] : undefined;
		return ids ? pick(ids) : value(type, 0);
	};

	const argument = (given: GraphQLArgument, ofType: string): string => {
		const { name, type } = given;
		const drawn = fitting(given, ofType);
		if (chance(50) && takesAnything(type)) return `${name}: ${literal(drawn, type)}`;
		const variable = `v${definitions.length}`;
		definitions.push(`$${variable}: ${type}`);
		variables[variable] = drawn;
		return `${name}: $${variable}`;
	};

	const argumentsOf = (field: GraphQLField<unknown, unknown>): string => {
		const given = field.args.filter(({ name, type }) => isNonNullType(type) || chance(FREQUENT[name] ?? 15));
		return given.length === 0 ? "" : `(${given.map((one) => argument(one, getNamedType(field.type).name)).join(", ")})`;
	};

	const selected = (field: GraphQLField<unknown, unknown>, depth: number): string | null => {
		if (fieldsLeft-- <= 0) return null;
		const type = getNamedType(field.type as GraphQLOutputType);
		const alias = `f${fieldsLeft}: `;
		// Aliases keep fields with other arguments apart; the limit of them is beyond what is drawn.
		if (isLeafType(type)) return `${field.args.length > 0 ? alias : ""}${field.name}${argumentsOf(field)}`;
		if (depth >= MAX_DEPTH) return null;
		branches++;
		const inner = isObjectType(type) ? fieldsOf(type, depth + 1) : onAny(type.name, depth + 1);
		return `${alias}${field.name}${argumentsOf(field)} { ${inner} }`;
	};

	const fieldsOf = (type: GraphQLObjectType, depth: number): string => {
		const fields = Object.values(type.getFields());
		const drawn = Array.from({ length: 1 + draw(fc.nat, { max: 3 }) }, () => selected(pick(fields), depth));
		const found = [...new Set(drawn.filter((field) => field !== null))];
		return found.length > 0 ? found.join(" ") : "__typename";
	};

	const onAny = (name: string, depth: number): string => {
		const type = schema.getType(name);
		if (!isAbstractType(type)) return "__typename";
		const possible = schema.getPossibleTypes(type);
		const shared = isInterfaceType(type) && !isUnionType(type) ? Object.keys(type.getFields()).slice(0, 1) : [];
		const chosen = pick(possible);
		return ["__typename", ...shared, `... on ${chosen.name} { ${fieldsOf(chosen, depth)} }`].join(" ");
	};

	const isMutation = chance(8);
	const root = (isMutation ? schema.getMutationType() : schema.getQueryType()) as GraphQLObjectType;
	const body = isMutation ? (selected(pick(Object.values(root.getFields())), 1) ?? "__typename") : fieldsOf(root, 1);
	const head = definitions.length > 0 ? `(${definitions.join(", ")})` : "";
	return { query: `${isMutation ? "mutation" : "query"} Drawn${head} { ${body} }`, variables, branches, isMutation };
}

/** Whether any value is valid when it stands in a document: scalars of our own look at it then already. */
function takesAnything(type: GraphQLInputType, depth = 0): boolean {
	const named = getNamedType(type);
	if (isEnumType(named)) return true;
	if (!isInputObjectType(named)) return isSpecifiedScalarType(named);
	return depth < 4 && Object.values(named.getFields()).every((field) => takesAnything(field.type, depth + 1));
}

/** A value as it is written in a document. */
function literal(value: unknown, type: GraphQLInputType): string {
	if (value === null || value === undefined) return "null";
	if (isNonNullType(type)) return literal(value, type.ofType);
	if (isListType(type)) return `[${(value as unknown[]).map((item) => literal(item, type.ofType)).join(", ")}]`;
	if (isEnumType(type)) return String(value);
	if (!isInputObjectType(type)) return typeof value === "string" ? quoted(value) : String(value);
	const fields = type.getFields();
	const pairs = Object.entries(value as object).map(([key, inner]) => {
		const field = fields[key];
		return field ? `${key}: ${literal(inner, field.type)}` : "";
	});
	return `{${pairs.join(", ")}}`;
}

/** JSON's escapes are those of GraphQL; halves of surrogate pairs have none in either, and are sent by variables. */
const quoted = (text: string): string => JSON.stringify(text.toWellFormed());
