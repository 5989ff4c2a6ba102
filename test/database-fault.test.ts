import { describe, expect, test } from "vitest";
import { databaseFault, isDatabaseAway } from "../src/database-fault.js";

const coded = (code: string, message = "x") => Object.assign(new Error(message), { code });
/** As Prisma reports what its driver met. */
const ofPrisma = (originalCode: string) =>
	Object.assign(new Error("x"), { code: "P2039", meta: { driverAdapterError: { cause: { originalCode } } } });

describe("A fault of the database is told from one of the statement", () => {
	test.each([
		["a statement that took too long", coded("57014"), "busy"],
		["a lock that was not to be had", coded("55P03"), "busy"],
		["a deadlock", coded("40P01"), "busy"],
		["more connections than there may be", coded("53300"), "busy"],
		["no connection free", new Error("timeout exceeded when trying to connect"), "busy"],
		["a server that is stopped", coded("57P01"), "unreachable"],
		["a server that is starting", coded("57P03"), "unreachable"],
		["nobody who listens", coded("ECONNREFUSED"), "unreachable"],
		["a connection that was lost", new Error("Connection terminated unexpectedly"), "unreachable"],
		["the same, as Prisma tells it", ofPrisma("57P01"), "unreachable"],
		["the same, as a cause", new Error("x", { cause: coded("ECONNRESET") }), "unreachable"],
		["an embedded database that has ended", new Error("The embedded database has ended"), "unreachable"],
		["a full disk", coded("53100"), "full"],
		["a session that may only read", coded("25006"), "read-only"],
		["a key that is there already", coded("23505"), null],
		["a syntax error", ofPrisma("42601"), null],
		["an error of a program", new TypeError("x is not a function"), null],
		["no error at all", "57014", null],
	])("%s", (_name, error, fault) => {
		expect(databaseFault(error)).toBe(fault);
	});

	test("and what takes too long is no reason to wait for the database", () => {
		expect(isDatabaseAway(coded("57014"))).toBe(false);
		expect(isDatabaseAway(coded("57P03"))).toBe(true);
		expect(isDatabaseAway(coded("53100"))).toBe(true);
		expect(isDatabaseAway(coded("23505"))).toBe(false);
	});
});
