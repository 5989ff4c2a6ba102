import { expect, test } from "vitest";
import { type Act, KEPT_ACTS, withAct, withoutUndone, withRevision } from "../../../src/web/parts/last-acts.js";

const edit = (nodeId: string, toRevision: number, expectedRevision = toRevision + 1): Act => ({
	words: `${nodeId} ${toRevision}`,
	undo: { kind: "revert", nodeId, toRevision, expectedRevision },
});
const feed = (feedId: string): Act => ({ words: feedId, undo: { kind: "remove-feed", feedId } });
const words = (acts: readonly Act[]) => acts.map((act) => act.words);

test("the last act comes first, and ten are kept", () => {
	let acts: Act[] = [];
	for (let n = 0; n < 12; n++) acts = withAct(acts, edit(`e${n}`, 1));
	expect(acts).toHaveLength(KEPT_ACTS);
	expect(words(acts).at(0)).toBe("e11 1");
	expect(words(acts).at(-1)).toBe("e2 1");
});

test("an earlier act on the same object expects it as the later one has left it", () => {
	expect(withAct([edit("a", 1), edit("b", 1), feed("f")], edit("a", 2))).toEqual([
		edit("a", 2),
		edit("a", 1, 3),
		edit("b", 1),
		feed("f"),
	]);
});

test.each([
	["the last act alone", 0, ["a 2", "b 1", "f", "a 1"]],
	["one in between with what was done later to the same object", 1, ["b 1", "f", "a 1"]],
	["one on another object alone", 2, ["a 3", "a 2", "f", "a 1"]],
	["a feed alone", 3, ["a 3", "a 2", "b 1", "a 1"]],
	["the first with all later ones of its object", 4, ["b 1", "f"]],
])("undone is %s", (_, index, left) => {
	const acts = [edit("a", 3), edit("a", 2, 4), edit("b", 1), feed("f"), edit("a", 1, 4)];
	const undone = acts[index]?.undo;
	expect(undone && words(withoutUndone(acts, undone, 9))).toEqual(left);
});

test("what is left of an object's acts expects it as undoing has left it", () => {
	const acts = [edit("a", 2), edit("a", 1, 3), edit("b", 1)];
	expect(withoutUndone(acts, edit("a", 2).undo, 4)).toEqual([edit("a", 1, 4), edit("b", 1)]);
	expect(withRevision(acts, "b", 7)).toEqual([edit("a", 2), edit("a", 1, 3), edit("b", 1, 7)]);
});
