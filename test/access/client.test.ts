import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { clientKey, clientOf, rememberClient } from "../../src/access/client.js";
import { countedAddress } from "../../src/access/client-address.js";

describe("An address is counted", () => {
	test.each([
		["203.0.113.7", "203.0.113.7"],
		["::ffff:203.0.113.7", "203.0.113.7"],
		["::FFFF:cb00:7107", "203.0.113.7"],
		["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
		["2001:db8:1:2::", "2001:db8:1:2::/64"],
		["fe80::1%eth0", "fe80::/64"],
		["::1", "::/64"],
		["", ""],
		["no address", "no address"],
	])("%s as %s", (address, counted) => {
		expect(countedAddress(address)).toBe(counted);
	});
});

describe("A client", () => {
	const request = { socket: { remoteAddress: "192.0.2.1" } } as unknown as IncomingMessage;

	test("is its peer's address where nothing else is known", () => {
		expect(clientOf(request)).toEqual({ address: "192.0.2.1", isLocal: false, holder: null });
		expect(clientKey(clientOf(request))).toBe("address 192.0.2.1");
	});

	test("is what was remembered of its request, and counted by its token", () => {
		const client = { address: "198.51.100.4", isLocal: false, holder: { name: "anna", role: "EDITOR" as const } };
		rememberClient(request, client);
		expect(clientOf(request)).toBe(client);
		expect(clientKey(client)).toBe("token anna");
	});
});
