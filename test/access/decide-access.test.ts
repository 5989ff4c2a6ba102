import { describe, expect, test } from "vitest";
import { hashToken, newToken, readAuthorization } from "../../src/access/access-token.js";
import { createAddressPlaces } from "../../src/access/address-places.js";
import type { Client } from "../../src/access/client.js";
import { isLoopback, readTrusted, senderAddress } from "../../src/access/client-address.js";
import { decideMode, refusalOf, roleOf } from "../../src/access/decide-access.js";
import { isLocalHost, isOfForeignPage, namesThisMachine } from "../../src/access/local-request.js";
import { includesRole, ROLES } from "../../src/access/role.js";

test("A role includes itself and those before it", () => {
	const included = ROLES.map((role) => ROLES.filter((asked) => includesRole(role, asked)));
	expect(included).toEqual([["SUBMITTER"], ["SUBMITTER", "EDITOR"], ["SUBMITTER", "EDITOR", "OPERATOR"]]);
});

describe("Changes are allowed", () => {
	const client = (isLocal: boolean, role?: Client["holder"]): Client => ({
		address: "",
		isLocal,
		holder: role ?? null,
	});
	const anna = { name: "anna", role: "EDITOR" } as const;

	test("by token as soon as there is one, wherever the service is reached", () => {
		expect([decideMode(true, true), decideMode(true, false)]).toEqual(["TOKENS", "TOKENS"]);
		expect(decideMode(false, true)).toBe("OPEN");
		expect(decideMode(false, false)).toBe("READ_ONLY");
	});

	test.each([
		["a holder anywhere", client(false, anna), "READ_ONLY", "EDITOR"],
		["this machine where it is open", client(true), "OPEN", "OPERATOR"],
		["somebody else where it is open", client(false), "OPEN", null],
		["this machine where there are tokens", client(true), "TOKENS", null],
		["this machine where it is read only", client(true), "READ_ONLY", null],
	] as const)("to %s", (_name, asking, mode, role) => {
		expect(roleOf(asking, mode)).toBe(role);
		expect(refusalOf(asking, mode, "EDITOR") === null).toBe(role !== null);
	});

	test("and who is refused is told what it takes", () => {
		expect(refusalOf(client(false, anna), "TOKENS", "OPERATOR")).toBe(
			'this needs the role OPERATOR; the token "anna" has EDITOR',
		);
		expect(refusalOf(client(false), "READ_ONLY", "EDITOR")).toContain("API_TOKENS");
		expect(refusalOf(client(false), "OPEN", "EDITOR")).toContain("not through a proxy");
	});
});

describe("The header authorization", () => {
	const token = newToken();
	test.each([
		[undefined, "none"],
		[null, "none"],
		[`Bearer ${token}`, "token"],
		[`bearer  ${token} `, "token"],
		["Bearer abc==", "token"],
		["", "malformed"],
		["Bearer", "malformed"],
		["Bearer ", "malformed"],
		[token, "malformed"],
		["Basic dXNlcjpwYXNz", "malformed"],
		["Bearer a b", "malformed"],
		["Bearer ä", "malformed"],
		["Bearer a\nb", "malformed"],
		[`Bearer ${"a".repeat(600)}`, "malformed"],
		[17, "malformed"],
		[[`Bearer ${token}`], "malformed"],
	])("%j is %s", (header, kind) => {
		expect(readAuthorization(header).kind).toBe(kind);
	});

	test("goes no further than its hash", () => {
		expect(readAuthorization(`Bearer ${token}`)).toEqual({ kind: "token", hash: hashToken(token) });
		expect(token).toMatch(/^ant_[\w-]{43}$/);
		expect(newToken()).not.toBe(token);
	});
});

describe("Who sent a request that came through proxies", () => {
	const isTrusted = readTrusted(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);
	test.each([
		["203.0.113.7", "198.51.100.1", "203.0.113.7"],
		["127.0.0.1", undefined, "127.0.0.1"],
		["127.0.0.1", "203.0.113.7", "203.0.113.7"],
		["::ffff:127.0.0.1", "203.0.113.7", "203.0.113.7"],
		["127.0.0.1", "1.1.1.1, 203.0.113.7", "203.0.113.7"],
		["127.0.0.1", "1.1.1.1, 203.0.113.7, 10.1.2.3", "203.0.113.7"],
		["127.0.0.1", "203.0.113.7:4711", "203.0.113.7"],
		["127.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"],
		["fd00::1", "2001:db8::1", "2001:db8::1"],
		["127.0.0.1", "unknown", "127.0.0.1"],
		["127.0.0.1", "1.1.1.1, unknown", "127.0.0.1"],
		["127.0.0.1", "", "127.0.0.1"],
		["10.0.0.1", "10.0.0.2", "10.0.0.2"],
	])("%s for %j: %s", (peer, forwarded, sender) => {
		expect(senderAddress(peer, forwarded, isTrusted)).toBe(sender);
	});

	test("is told only by those on the list, which names addresses and networks", () => {
		expect(senderAddress("127.0.0.1", "203.0.113.7", readTrusted([]))).toBe("127.0.0.1");
		expect(() => readTrusted(["proxy.example"])).toThrow('"proxy.example" is neither an address nor a network');
	});
});

describe("This machine", () => {
	test.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])("has the address %s", (address) => {
		expect(isLoopback(address)).toBe(true);
	});
	test.each(["0.0.0.0", "::", "10.0.0.1", "128.0.0.1", "2001:db8::1", "localhost", ""])("has not %j", (address) => {
		expect(isLoopback(address)).toBe(false);
	});
	test.each(["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "::1", "news.localhost"])(
		"alone is reached by %s",
		(host) => {
			expect(isLocalHost(host)).toBe(true);
		},
	);
	test.each(["0.0.0.0", "::", "192.168.1.2", "example.org", "localhost.example.org", "notlocalhost"])(
		"is not all that is reached by %s",
		(host) => {
			expect(isLocalHost(host)).toBe(false);
		},
	);
	test.each(["127.0.0.1:4000", "localhost:4000", "[::1]:4000", "localhost", undefined])(
		"is named by host %s",
		(host) => {
			expect(namesThisMachine(host)).toBe(true);
		},
	);
	test.each([
		"evil.example",
		"evil.example:4000",
		"127.0.0.1.evil.example",
		"localhost.evil.example:4000",
		"x y",
		"192.168.1.2:4000",
		"",
	])("is not named by host %j", (host) => {
		expect(namesThisMachine(host)).toBe(false);
	});

	test("has pages of its own, and those of others are foreign", () => {
		const host = "127.0.0.1:4000";
		expect(isOfForeignPage({ host })).toBe(false);
		expect(isOfForeignPage({ host, origin: "http://127.0.0.1:4000" })).toBe(false);
		for (const origin of ["https://evil.example", "null", "http://127.0.0.1:8080", ""])
			expect(isOfForeignPage({ host, origin })).toBe(true);
	});
});

describe("Connections of an address", () => {
	test("are counted, and given back", () => {
		const places = createAddressPlaces(2);
		const leave = places.take("203.0.113.7");
		expect(places.take("::ffff:203.0.113.7")).not.toBeNull();
		expect(places.take("203.0.113.7")).toBeNull();
		expect(places.take("203.0.113.8")).not.toBeNull();
		leave?.();
		leave?.();
		expect(places.take("203.0.113.7")).not.toBeNull();
		expect(places.take("203.0.113.7")).toBeNull();
	});

	test("are those of its network in IPv6, and any number of this machine", () => {
		const places = createAddressPlaces(1);
		expect(places.take("2001:db8:0:1::1")).not.toBeNull();
		expect(places.take("2001:db8:0:1::2")).toBeNull();
		for (let n = 0; n < 10; n++) expect(places.take("127.0.0.1")).not.toBeNull();
	});
});
