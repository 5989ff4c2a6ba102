import { expect, test } from "vitest";
import { createGate } from "../../src/source/gate.js";

const PATIENT = new AbortController().signal;

test("So many are let in to one host at a time, first come, first served, and others to other hosts", async () => {
	const gate = createGate(2);
	const order: string[] = [];
	const enter = async (name: string, host = "a.example") => {
		const leave = await gate.enter(host, PATIENT);
		order.push(name);
		return leave;
	};
	const leaveFirst = await enter("first");
	await enter("second");
	const third = enter("third");
	const fourth = enter("fourth");
	await enter("elsewhere", "b.example");
	expect(order).toEqual(["first", "second", "elsewhere"]);
	leaveFirst();
	leaveFirst();
	const leaveThird = await third;
	expect(order.slice(3)).toEqual(["third"]);
	leaveThird();
	await fourth;
	expect(order.slice(3)).toEqual(["third", "fourth"]);
});

test("Who gives up while waiting takes no place", async () => {
	const gate = createGate(1);
	const impatience = new AbortController();
	const leave = await gate.enter("a.example", PATIENT);
	const impatient = gate.enter("a.example", impatience.signal);
	impatience.abort(new Error("enough"));
	await expect(impatient).rejects.toThrow("enough");
	const next = gate.enter("a.example", PATIENT);
	leave();
	(await next)();
	(await gate.enter("a.example", PATIENT))();
	await expect(gate.enter("a.example", impatience.signal)).rejects.toThrow("enough");
}, 2_000);
