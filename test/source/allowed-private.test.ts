import { describe, expect, it, test } from "vitest";
import { readAllowedPrivate } from "../../src/source/allowed-private.js";

describe("a host that may be private", () => {
	test.each([
		["intranet.example", "intranet.example", "443", true],
		["Intranet.Example", "intranet.example", "80", true],
		["intranet.example:8080", "intranet.example", "8080", true],
		["intranet.example:8080", "intranet.example", "80", false],
		["intranet.example:80", "intranet.example", "80", true],
		["intranet.example", "other.intranet.example", "80", false],
		["127.0.0.1:8080", "127.0.0.1", "8080", true],
		["127.0.0.1:8080", "127.0.0.1", "8081", false],
		["::1", "[::1]", "80", true],
		["[::1]:8080", "[::1]", "8080", true],
	])("%s named: %s on port %s is %s", (entry, host, port, expected) => {
		expect(readAllowedPrivate([entry]).hasHost(host, port)).toBe(expected);
	});

	it("does not open its address to other names", () => {
		expect(readAllowedPrivate(["10.0.0.1"]).hasAddress("10.0.0.1")).toBe(false);
	});
});

test.each([
	["10.0.0.0/8", "10.200.0.1", true],
	["10.0.0.0/8", "11.0.0.1", false],
	["10.0.0.0/8", "::ffff:10.0.0.1", true],
	["fd00::/8", "fd12::1", true],
	["fd00::/8", "10.0.0.1", false],
	["10.0.0.0/8", "no address", false],
])("The range %s has %s: %s", (range, address, expected) => {
	expect(readAllowedPrivate([range]).hasAddress(address)).toBe(expected);
});

test.each(["", "http://host.example", "10.0.0.0/33", "host.example/path", "user@host.example", "a b", "host:99999"])(
	"The entry %j is refused by name",
	(entry) => {
		expect(() => readAllowedPrivate([entry])).toThrow(`"${entry}" is no host`);
	},
);
