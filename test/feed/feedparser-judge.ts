import type { FeedReading } from "../../src/feed/feed-document.js";
import type { FeedparserCase } from "./feedparser-case.js";
import { agrees, fieldAt } from "./feedparser-fields.js";
import { type Expression, type PythonValue, parsePython } from "./python-expression.js";

/** What became of a case; `notKept` names what it expects and this service does not keep, `note` says what was found. */
export interface Judgement {
	verdict: "passed" | "failed" | "not kept" | "no expectation" | "unknown";
	notKept: string[];
	note: string;
}

type Finding = { kind: "agrees" | "differs" } | { kind: "not-kept"; what: string } | { kind: "unknown"; what: string };

/**
 * Compares what was read of a file with what feedparser expects. Only what concerns fields that are kept counts: a case passes
 * if all of these agree, and is "not kept" if there are none.
 */
export function judge(file: FeedparserCase, reading: FeedReading): Judgement {
	if (file.expect === null) return { verdict: "no expectation", notKept: [], note: "" };
	let expression: Expression;
	try {
		expression = parsePython(file.expect);
	} catch (error) {
		return { verdict: "unknown", notKept: [], note: String(error) };
	}
	const findings = conditions(expression).map((condition) => examine(condition, file, reading));
	const notKept = findings.flatMap((finding) => (finding.kind === "not-kept" ? [finding.what] : []));
	const unknown = findings.find((finding) => finding.kind === "unknown");
	const note = reading.kind === "feed" ? JSON.stringify(reading.feed.entries[0] ?? reading.feed) : reading.reason;
	if (unknown?.kind === "unknown") return { verdict: "unknown", notKept, note: unknown.what };
	if (findings.some(({ kind }) => kind === "differs")) return { verdict: "failed", notKept, note };
	if (findings.some(({ kind }) => kind === "agrees")) return { verdict: "passed", notKept, note };
	return { verdict: notKept.length > 0 ? "not kept" : "no expectation", notKept, note };
}

/** The conditions of which all have to hold; a bare 1 is none. */
function conditions(expression: Expression): Expression[] {
	if (expression.kind === "and") return expression.of.flatMap(conditions);
	return expression.kind === "literal" ? [] : [expression];
}

function examine(condition: Expression, file: FeedparserCase, reading: FeedReading): Finding {
	if (condition.kind === "not") {
		const inner = examine(condition.of, file, reading);
		if (inner.kind === "agrees") return { kind: "differs" };
		return inner.kind === "differs" ? { kind: "agrees" } : inner;
	}
	if (condition.kind === "compare") {
		const operands = [condition.first, ...condition.rest.map(({ operand }) => operand)];
		const literal = operands.find((operand) => operand.kind === "literal");
		for (const operand of operands) {
			const finding = operand.kind === "path" ? compare(operand, null, file, reading) : null;
			if (finding?.kind === "not-kept") return finding;
		}
		const operators = new Set(condition.rest.map(({ operator }) => operator));
		const isEqual = operators.has("==") || operators.has("is");
		if (operators.size !== 1 || literal?.kind !== "literal" || (!isEqual && !operators.has("!="))) {
			return { kind: "unknown", what: "a comparison" };
		}
		const findings = operands
			.filter((operand) => operand !== literal)
			.map((operand) => compare(operand, literal.value, file, reading));
		const odd = findings.find(({ kind }) => kind === "unknown" || kind === "not-kept");
		if (odd) return odd;
		return { kind: findings.every(({ kind }) => (kind === "agrees") === isEqual) ? "agrees" : "differs" };
	}
	if (condition.kind === "call" && (condition.function === "has_key" || condition.function === "isinstance")) {
		const [key] = condition.arguments;
		if (condition.of.kind === "path" && condition.of.path.startsWith("bozo")) return { kind: "not-kept", what: "bozo" };
		if (condition.of.kind !== "path" || key?.kind !== "literal") return { kind: "unknown", what: condition.function };
		return isThere(`${condition.of.path}.${key.value}`, file, reading);
	}
	if (condition.kind === "path") return isThere(condition.path, file, reading);
	return { kind: "unknown", what: condition.kind };
}

/** Whether a path leads to something. */
function isThere(path: string, file: FeedparserCase, reading: FeedReading): Finding {
	const finding = compare({ kind: "path", path }, null, file, reading);
	if (finding.kind === "agrees") return { kind: "differs" };
	return finding.kind === "differs" ? { kind: "agrees" } : finding;
}

function compare(operand: Expression, expected: PythonValue, file: FeedparserCase, reading: FeedReading): Finding {
	const path = pathOf(operand);
	if (path === null) return { kind: "unknown", what: JSON.stringify(operand) };
	if (path.startsWith("bozo")) return { kind: "not-kept", what: "bozo" };
	if (reading.kind !== "feed") return { kind: "differs" };
	const field = fieldAt(path, { case: file, feed: reading.feed });
	if (field === null) return { kind: "unknown", what: path };
	if (field.kind === "not-kept") return field;
	if (typeof expected === "string" && /\bfunction \w+\(\)\s*\{/.test(expected)) {
		return { kind: "not-kept", what: "source of scripts that feedparser leaves in a text" };
	}
	return { kind: agrees(field, expected) ? "agrees" : "differs" };
}

function pathOf(operand: Expression): string | null {
	if (operand.kind === "path") return operand.path;
	if (operand.kind !== "call") return null;
	const inner = pathOf(operand.of);
	if (operand.function === "len" && inner !== null) return `${inner}.length`;
	return operand.function === "get" && inner === "headers" ? "headers" : null;
}
