import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { createFetcher, type FetchOptions, type FetchResult } from "../../src/source/fetch-bytes.js";
import { CERTIFICATE, type Loopback, serveHttp, serveTcp } from "./loopback-server.js";

/** Fetches one URL with a fetcher of its own. */
async function fetchOnce(url: string, options: Partial<FetchOptions> = {}): Promise<FetchResult> {
	const fetcher = createFetcher({ userAgent: "Antecedent/0.1", ...options });
	try {
		return await fetcher.fetch({ url, accept: "feed" });
	} finally {
		await fetcher.close();
	}
}

const codeOf = (result: FetchResult) => (result.kind === "failed" ? result.code : result.kind);

/** A server that must not be reached. */
let secret: Loopback;
beforeAll(async () => {
	secret = await serveHttp((_request, response) => response.end("secret"));
});
afterAll(() => expect(secret.connections, "connections to the private server").toBe(0));

describe("No spelling of a private address opens a socket", () => {
	test.each([
		["dotted", "http://127.0.0.1:PORT/", "BLOCKED_ADDRESS"],
		["name", "http://localhost:PORT/", "BLOCKED_ADDRESS"],
		["decimal", "http://2130706433:PORT/", "BLOCKED_ADDRESS"],
		["hex", "http://0x7f000001:PORT/", "BLOCKED_ADDRESS"],
		["octal", "http://0177.0.0.1:PORT/", "BLOCKED_ADDRESS"],
		["short", "http://127.1:PORT/", "BLOCKED_ADDRESS"],
		["zero", "http://0.0.0.0:PORT/", "BLOCKED_ADDRESS"],
		["IPv6", "http://[::1]:PORT/", "BLOCKED_ADDRESS"],
		["mapped", "http://[::ffff:127.0.0.1]:PORT/", "BLOCKED_ADDRESS"],
		["mapped, in hex", "http://[::ffff:7f00:1]:PORT/", "BLOCKED_ADDRESS"],
		["unspecified", "http://[::]:PORT/", "BLOCKED_ADDRESS"],
		["NAT64", "http://[64:ff9b::7f00:1]:PORT/", "BLOCKED_ADDRESS"],
		["circled digits", "http://①②⑦.⓪.⓪.①:PORT/", "BLOCKED_ADDRESS"],
		["final dot", "http://127.0.0.1.:PORT/", "BLOCKED_ADDRESS"],
		["final dot of a name", "http://localhost.:PORT/", "BLOCKED_ADDRESS"],
		["https", "https://127.0.0.1:PORT/", "BLOCKED_ADDRESS"],
		["credentials", "http://user:pw@127.0.0.1:PORT/", "UNSUPPORTED_SCHEME"],
		["file", "file:///etc/passwd", "UNSUPPORTED_SCHEME"],
		["gopher", "gopher://127.0.0.1:PORT/_", "UNSUPPORTED_SCHEME"],
		["data", "data:text/xml,<rss/>", "UNSUPPORTED_SCHEME"],
		["nothing", "", "UNSUPPORTED_SCHEME"],
		["too long", `http://news.example/${"a".repeat(9_000)}`, "UNSUPPORTED_SCHEME"],
	])("%s", async (_name, url, code) => {
		const lookup = async () => [{ address: "127.0.0.1", family: 4 as const }];
		expect(codeOf(await fetchOnce(url.replace("PORT", String(secret.port)), { lookup }))).toBe(code);
	});
});

describe("A redirect is checked like the first request", () => {
	let door: Loopback;
	let secureDoor: Loopback;
	/** The door's path says with which status it leads where. */
	const through = (status: number, target: string, first: Loopback = door) =>
		fetchOnce(`http://${first.host}/${status}/${encodeURIComponent(target)}`, {
			allowPrivate: [door.host, `localhost:${secureDoor.port}`],
			trustedCertificates: [CERTIFICATE],
		});
	beforeAll(async () => {
		const redirect: Parameters<typeof serveHttp>[0] = (request, response) => {
			const [, status, target] = request.url?.split("/") ?? [];
			response.writeHead(Number(status), { location: decodeURIComponent(target ?? "") }).end();
		};
		door = await serveHttp(redirect);
		secureDoor = await serveHttp(redirect, { tls: true });
	});

	test.each([301, 302, 303, 307, 308])("%i to a private address", async (status) => {
		const result = await through(status, `http://${secret.host}/`);
		expect(result).toMatchObject({ kind: "failed", code: "BLOCKED_ADDRESS", movedTo: null, httpStatus: status });
	});

	test.each([
		["the metadata service of a cloud", "http://169.254.169.254/latest/meta-data/", "BLOCKED_ADDRESS"],
		["IPv6 loopback", "http://[::1]:PORT/", "BLOCKED_ADDRESS"],
		["loopback in hex", "http://0x7f000001:PORT/", "BLOCKED_ADDRESS"],
		["a file", "file:///etc/passwd", "UNSUPPORTED_SCHEME"],
		["data", "data:text/xml,<rss/>", "UNSUPPORTED_SCHEME"],
		["credentials", "http://user:pw@127.0.0.1:PORT/", "UNSUPPORTED_SCHEME"],
	])("to %s", async (_name, target, code) => {
		expect(codeOf(await through(302, target.replace("PORT", String(secret.port))))).toBe(code);
	});

	it("from http over https to a private address", async () => {
		const onward = `https://localhost:${secureDoor.port}/302/${encodeURIComponent(`https://${secret.host}/`)}`;
		expect(codeOf(await through(302, onward))).toBe("BLOCKED_ADDRESS");
		expect(secureDoor.requests.length).toBe(1);
	});

	it("and never leads from https to http", async () => {
		const down = `https://localhost:${secureDoor.port}/301/${encodeURIComponent(`http://${door.host}/`)}`;
		const before = door.requests.length;
		const result = await through(302, down);
		expect(result).toMatchObject({ code: "REDIRECTS", message: expect.stringContaining("from https to http") });
		expect(door.requests.length).toBe(before + 1);
	});
});

describe("A name is dialled at the address that was checked", () => {
	/** A server under a name; 127.0.0.0/8 is allowed and stands for the public internet, 10.0.0.0/8 for what is not. */
	async function fetchNamed(answers: string[][], times = 1) {
		const server = await serveHttp((_request, response) => response.setHeader("connection", "close").end("news"));
		let lookups = 0;
		const fetcher = createFetcher({
			userAgent: "Antecedent/0.1",
			allowPrivate: ["127.0.0.0/8"],
			lookup: async () => {
				const answer = answers[Math.min(lookups++, answers.length - 1)] ?? [];
				return answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
			},
		});
		const codes: string[] = [];
		for (let i = 0; i < times; i++) {
			codes.push(codeOf(await fetcher.fetch({ url: `http://news.example:${server.port}/`, accept: "feed" })));
		}
		await fetcher.close();
		return { codes, lookups, connections: server.connections };
	}

	it("and looked up once for a connection, so that a second answer changes nothing", async () => {
		expect(await fetchNamed([["127.0.0.1"], ["10.0.0.1"]])).toEqual({ codes: ["ok"], lookups: 1, connections: 1 });
	});

	it("and looked up again for the next, where it may be blocked", async () => {
		const expected = { codes: ["ok", "BLOCKED_ADDRESS"], lookups: 2, connections: 1 };
		expect(await fetchNamed([["127.0.0.1"], ["10.0.0.1"]], 2)).toEqual(expected);
	});

	test.each([
		["one private address among public ones", ["127.0.0.1", "10.0.0.1"], "BLOCKED_ADDRESS"],
		["a private IPv6 address beside a public IPv4 one", ["8.8.8.8", "::1"], "BLOCKED_ADDRESS"],
		["a name for this machine", ["::1"], "BLOCKED_ADDRESS"],
		["what is no address", ["127.1"], "BLOCKED_ADDRESS"],
		["no address at all", [], "DNS"],
	])("and refused for %s", async (_name, addresses, code) => {
		expect(await fetchNamed([addresses])).toEqual({ codes: [code], lookups: 1, connections: 0 });
	});

	it("and tried at its next address where nobody answers at the first", async () => {
		expect((await fetchNamed([["127.9.9.9", "127.0.0.1"]])).codes).toEqual(["ok"]);
	});

	it("with the certificate of the name", async () => {
		const server = await serveHttp((_request, response) => response.end("news"), { tls: true });
		const lookup = async () => [{ address: "127.0.0.1", family: 4 as const }];
		const options = { lookup, allowPrivate: ["127.0.0.1/32"] };
		const trusting = { ...options, trustedCertificates: [CERTIFICATE] };
		const at = (name: string) => `https://${name}:${server.port}/`;
		expect(codeOf(await fetchOnce(at("secure.example"), trusting))).toBe("ok");
		expect(codeOf(await fetchOnce(at("secure.example."), trusting))).toBe("ok");
		expect(codeOf(await fetchOnce(at("other.example"), trusting))).toBe("TLS");
		expect(codeOf(await fetchOnce(at("secure.example"), options))).toBe("TLS");
	});
});

describe("A configured proxy", () => {
	it("may be private, and gets the requests; what is plainly private is refused before", async () => {
		const proxy = await serveHttp((request, response) => response.end(request.url));
		const options = { proxyUrl: `http://${proxy.host}` };
		const result = await fetchOnce("http://news.example/feed?a=1", options);
		expect(result.kind === "ok" && Buffer.from(result.bytes).toString()).toBe("http://news.example/feed?a=1");
		expect(proxy.requests[0]?.headers).toMatchObject({ host: "news.example", "user-agent": "Antecedent/0.1" });
		for (const url of [`http://${secret.host}/`, "http://localhost/", "http://[::1]/", "https://app.localhost./"]) {
			expect(codeOf(await fetchOnce(url, options)), url).toBe("BLOCKED_ADDRESS");
		}
		expect(proxy.requests.length).toBe(1);
	});

	it("gets a tunnel for https, in which the certificate is that of the name", async () => {
		const server = await serveHttp((_request, response) => response.end("news"), { tls: true });
		const asked: string[] = [];
		const proxy = await serveTcp((socket) => {
			socket.once("data", (head) => {
				asked.push(head.toString().split("\r\n")[0] ?? "");
				socket.write("HTTP/1.1 200 OK\r\n\r\n");
				const onward = connect(server.port, "127.0.0.1").on("error", () => socket.destroy());
				socket.pipe(onward).pipe(socket);
			});
		});
		const options = { proxyUrl: `http://${proxy.host}` };
		const trusting = { ...options, trustedCertificates: [CERTIFICATE] };
		expect(codeOf(await fetchOnce("https://secure.example/", trusting))).toBe("ok");
		expect(codeOf(await fetchOnce("https://other.example/", trusting))).toBe("TLS");
		expect(codeOf(await fetchOnce("https://secure.example/", options))).toBe("TLS");
		expect(asked[0]).toBe("CONNECT secure.example:443 HTTP/1.1");
	});

	it("that is not there is a failed connection, without its password", async () => {
		const gone = await fetchOnce("http://news.example/", { proxyUrl: "http://user:secret@127.0.0.1:9" });
		expect(gone).toMatchObject({ code: "CONNECTION", message: expect.not.stringContaining("secret") });
	});

	it("must be http", () => {
		expect(() => createFetcher({ userAgent: "A", proxyUrl: "socks5://127.0.0.1:1" })).toThrow("proxy");
	});
});
