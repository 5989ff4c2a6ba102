import { expect, test } from "vitest";
import { edgePath, spreadPorts } from "../../../src/web/parts/graph-lines.js";
import { BOX } from "../../../src/web/parts/graph-sizes.js";

const box = (id: string, x: number, y: number) => ({ id, title: id, x, y, isTarget: false });
const line = (from: string, to: string) => ({ id: `${from}-${to}`, from, to });

test("a single line leaves and reaches the middle of a side", () => {
	const ports = spreadPorts([box("a", 0, 0), box("b", 300, 0)], [line("a", "b")], "right");
	expect(ports.get("a-b")).toEqual({
		from: { x: BOX.width, y: BOX.height / 2 },
		to: { x: 300, y: BOX.height / 2 },
	});
});

test.each([
	["down", "x"],
	["right", "y"],
] as const)("lines that go %s reach a box in the order of the boxes they come from", (direction, across) => {
	const causes = ["c", "a", "b"].map((id) => {
		const place = ["a", "b", "c"].indexOf(id) * 200;
		return direction === "down" ? box(id, place, 0) : box(id, 0, place);
	});
	const target = direction === "down" ? box("t", 200, 400) : box("t", 400, 200);
	const ports = spreadPorts(
		[...causes, target],
		causes.map(({ id }) => line(id, "t")),
		direction,
	);
	const places = ["a-t", "b-t", "c-t"].map((id) => ports.get(id)?.to[across] ?? Number.NaN);
	expect(places).toEqual([...places].sort((a, b) => a - b));
	expect(new Set(places).size).toBe(3);
});

test("however many lines there are, all of them reach the side of the box", () => {
	const causes = Array.from({ length: 40 }, (_, n) => box(`c${n}`, 0, n * 100));
	const target = box("t", 400, 1_000);
	const lines = causes.map(({ id }) => line(id, "t"));
	const ports = spreadPorts([...causes, target], lines, "right");
	for (const { to } of ports.values()) {
		expect(to.x).toBe(400);
		expect(to.y).toBeGreaterThan(1_000);
		expect(to.y).toBeLessThan(1_000 + BOX.height);
	}
});

test("a line past a layer goes through the gap that is kept for it", () => {
	const ports = { from: { x: 0, y: 0 }, to: { x: 400, y: 0 } };
	const points = [0, 100, 200, 300, 400].map((x) => ({ x, y: 50 }));
	expect(edgePath(ports, points, "right")).toBe(
		"M0.0 0.0C100.0 0.0 100.0 50.0 200.0 50.0C300.0 50.0 300.0 0.0 400.0 0.0",
	);
});
