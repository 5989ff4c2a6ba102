import { expect, test } from "vitest";
import { isPublicAddress } from "../../src/source/public-address.js";

test.each([
	["this network", "0.0.0.0"],
	["private, class A", "10.1.2.3"],
	["carrier NAT", "100.64.0.1"],
	["loopback", "127.0.0.1"],
	["loopback, its end", "127.255.255.254"],
	["link-local, where clouds keep their secrets", "169.254.169.254"],
	["private, class B", "172.16.0.1"],
	["IETF assignments", "192.0.0.1"],
	["documentation", "192.0.2.1"],
	["private, class C", "192.168.1.1"],
	["benchmarks", "198.18.0.1"],
	["documentation, another", "203.0.113.7"],
	["multicast", "224.0.0.1"],
	["reserved", "240.0.0.1"],
	["broadcast", "255.255.255.255"],
	["unspecified", "::"],
	["loopback, IPv6", "::1"],
	["unique local", "fd00::1"],
	["link-local, IPv6", "fe80::1"],
	["link-local, with a zone", "fe80::1%eth0"],
	["multicast, IPv6", "ff02::1"],
	["documentation, IPv6", "2001:db8::1"],
	["discard", "100::1"],
	["mapped loopback", "::ffff:127.0.0.1"],
	["mapped loopback, in hex", "::ffff:7f00:1"],
	["translated loopback", "::ffff:0:7f00:1"],
	["compatible loopback", "::7f00:1"],
	["NAT64 to link-local", "64:ff9b::a9fe:a9fe"],
	["NAT64 within a network", "64:ff9b:1::808:808"],
	["6to4 of loopback", "2002:7f00:1::"],
	["Teredo of a private client", "2001:0:808:808:0:0:f5ff:fffe"],
	["never given out", "4000::1"],
	["no address", "localhost"],
	["short form", "127.1"],
	["hex form", "0x08080808"],
	["nothing", ""],
])("%s is not public: %s", (_name, address) => {
	expect(isPublicAddress(address)).toBe(false);
});

test.each([
	["IPv4", "8.8.8.8"],
	["beside a private range", "172.32.0.1"],
	["IPv6", "2606:4700::6810:84e5"],
	["mapped", "::ffff:8.8.8.8"],
	["NAT64", "64:ff9b::808:808"],
	["6to4", "2002:808:808::1"],
])("%s is public: %s", (_name, address) => {
	expect(isPublicAddress(address)).toBe(true);
});
