/** A value of the few Python literals that feedparser's expectations are written in; tuples and lists are arrays. */
export type PythonValue = string | number | boolean | null | PythonValue[] | { [key: string]: PythonValue };

/** An expression, as far as expectations use them. */
export type Expression =
	| { kind: "literal"; value: PythonValue }
	/** `entries[0]['title']` and `entries[0].title` alike: "entries[0].title". */
	| { kind: "path"; path: string }
	| { kind: "call"; function: string; of: Expression; arguments: Expression[] }
	| { kind: "not"; of: Expression }
	| { kind: "and" | "or"; of: Expression[] }
	| { kind: "compare"; first: Expression; rest: { operator: string; operand: Expression }[] };

/** Reads one Python expression. @throws if it is none of those that are known here. */
export function parsePython(source: string): Expression {
	const tokens = tokenize(source);
	let at = 0;
	const peek = (): string => tokens[at] ?? "";
	const take = (expected?: string): string => {
		const token = peek();
		if (token === "" || (expected !== undefined && token !== expected)) throw new Error(`"${token}" for "${expected}"`);
		at++;
		return token;
	};
	const list = (operator: "and" | "or", part: () => Expression): Expression => {
		const of = [part()];
		while (peek() === operator) {
			take();
			of.push(part());
		}
		return of.length === 1 && of[0] ? of[0] : { kind: operator, of };
	};
	const expression = (): Expression => list("or", () => list("and", negation));
	const negation = (): Expression => {
		if (peek() !== "not") return comparison();
		take();
		return { kind: "not", of: negation() };
	};
	const comparison = (): Expression => {
		const first = sum();
		const rest: { operator: string; operand: Expression }[] = [];
		while (["==", "!=", "is", "in", "<", ">", "<=", ">="].includes(peek())) {
			let operator = take();
			if (operator === "is" && peek() === "not") operator += ` ${take()}`;
			rest.push({ operator, operand: sum() });
		}
		return rest.length === 0 ? first : { kind: "compare", first, rest };
	};
	const sum = (): Expression => {
		let left = postfix();
		while (peek() === "+") {
			take();
			const right = postfix();
			if (left.kind !== "literal" || right.kind !== "literal") throw new Error("a sum of no literals");
			left = { kind: "literal", value: `${left.value}${right.value}` };
		}
		return left;
	};
	const postfix = (): Expression => {
		let value = atom();
		for (;;) {
			if (peek() === ".") {
				take();
				const name = take();
				if (peek() === "(") value = { kind: "call", function: name, of: value, arguments: items(")") };
				else value = step(value, `.${name}`);
			} else if (peek() === "[") {
				take();
				const key = expression();
				take("]");
				if (key.kind !== "literal") throw new Error("a key that is no literal");
				value = step(value, typeof key.value === "number" ? `[${key.value}]` : `.${key.value}`);
			} else if (peek() === "(" && value.kind === "path") {
				const [of, ...rest] = items(")");
				value = { kind: "call", function: value.path, of: of ?? { kind: "literal", value: null }, arguments: rest };
			} else return value;
		}
	};
	const items = (end: string): Expression[] => {
		take();
		const all: Expression[] = [];
		while (peek() !== end) {
			all.push(expression());
			if (peek() === ",") take();
		}
		take(end);
		return all;
	};
	const literals = (all: Expression[]): PythonValue[] =>
		all.map((each) => {
			if (each.kind !== "literal") throw new Error("a list of no literals");
			return each.value;
		});
	const atom = (): Expression => {
		const token = peek();
		if (token === "(") {
			const hasComma =
				tokens
					.slice(at)
					.join(" ")
					.match(/^\( [^()]*,/) !== null;
			const all = items(")");
			return all.length === 1 && all[0] && !hasComma ? all[0] : { kind: "literal", value: literals(all) };
		}
		if (token === "[") return { kind: "literal", value: literals(items("]")) };
		if (token === "{") return { kind: "literal", value: dictionary() };
		take();
		if (/^['"]/.test(token)) {
			let value = unquoted(token);
			while (/^['"]/.test(peek())) value += unquoted(take());
			return { kind: "literal", value };
		}
		if (token === "-") return { kind: "literal", value: -Number(take()) };
		if (/^\d/.test(token)) return { kind: "literal", value: Number(token) };
		if (token === "True" || token === "False") return { kind: "literal", value: token === "True" };
		if (token === "None") return { kind: "literal", value: null };
		if (/^\w+$/.test(token)) return { kind: "path", path: token };
		throw new Error(`"${token}"`);
	};
	const dictionary = (): { [key: string]: PythonValue } => {
		take("{");
		const value: { [key: string]: PythonValue } = {};
		while (peek() !== "}") {
			const [key] = literals([expression()]);
			take(":");
			const [item = null] = literals([expression()]);
			value[String(key)] = item;
			if (peek() === ",") take();
		}
		take("}");
		return value;
	};
	const result = expression();
	if (at < tokens.length) throw new Error(`"${peek()}" after the expression`);
	return result;
}

function step(value: Expression, key: string): Expression {
	if (value.kind !== "path") throw new Error("a key of no path");
	return { kind: "path", path: value.path + key };
}

function tokenize(source: string): string[] {
	const tokens: string[] = [];
	const token = /\s*(?:u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?|\w+|[=!<>]=|[^\s]))/gsuy;
	const text = source.trim();
	while (token.lastIndex < text.length) {
		const match = token.exec(text);
		if (!match) throw new Error("what is no token");
		tokens.push(match[1] ?? match[2] ?? "");
	}
	return tokens;
}

const ESCAPED: Record<string, string> = { n: "\n", t: "\t", r: "\r", "\n": "" };

function unquoted(token: string): string {
	return token
		.slice(1, -1)
		.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.|\n))/gis, (_all, x, u, U, char: string) =>
			char === undefined ? String.fromCodePoint(Number.parseInt(x ?? u ?? U, 16)) : (ESCAPED[char] ?? char),
		);
}
