import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/feed/decode-text.js";
import { readFeed } from "../../src/feed/read-feed.js";

/** A text in an encoding that TextEncoder does not write. */
const ENCODED: Record<string, [text: string, hex: string]> = {
	"koi8-r": ["Новости дня", "eecfd7cfd3d4c920c4ced1"],
	"windows-1251": ["Новости дня", "cdeee2eef1f2e820e4edff"],
	gb2312: ["今日新闻：上海", "bdf1c8d5d0c2cec5a3bac9cfbaa3"],
	big5: ["今日新聞：台北", "a4b5a4e9b773bb44a147a578a55f"],
	"euc-kr": ["오늘의 뉴스", "bfc0b4c3c0c720b4babdba"],
	shift_jis: ["今日のニュース", "8da193fa82cc836a8385815b8358"],
	"euc-jp": ["今日のニュース", "baa3c6fca4cea5cba5e5a1bca5b9"],
	"iso-2022-jp": ["今日のニュース", "1b24423a23467c244e254b2565213c25391b2842"],
	"windows-1252": ["“Café” – 5 €", "93436166e994209620352080"],
	"iso-8859-2": ["Łódź: wiadomości", "a3f364bc3a20776961646f6d6fb66369"],
	"windows-1253": ["Ειδήσεις", "c5e9e4def3e5e9f2"],
	"windows-1255": ["חדשות היום", "e7e3f9e5fa20e4e9e5ed"],
	"windows-1256": ["أخبار اليوم", "c3cec8c7d120c7e1ede6e3"],
	"windows-874": ["ข่าววันนี้", "a2e8d2c7c7d1b9b9d5e9"],
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const encoded = (name: string): Uint8Array => new Uint8Array(Buffer.from(ENCODED[name]?.[1] ?? "", "hex"));
const joined = (...parts: (string | Uint8Array)[]): Uint8Array =>
	new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? utf8(part) : part))));
const feed = (title: string | Uint8Array, declared: string | null): Uint8Array =>
	joined(
		`<?xml version="1.0"${declared ? ` encoding="${declared}"` : ""}?><rss><channel><item><title>`,
		title,
		"</title></item></channel></rss>",
	);
const titleOf = (bytes: Uint8Array, contentType: string | null): string | undefined => {
	const reading = readFeed(bytes, { url: "https://daily.example/feed", contentType });
	return reading.kind === "feed" ? reading.feed.entries[0]?.title : undefined;
};

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
	const units = (mark ? `\ufeff${text}` : text).split("");
	const view = new DataView(new ArrayBuffer(units.length * 2));
	for (const [i, unit] of units.entries()) view.setUint16(i * 2, unit.charCodeAt(0), littleEndian);
	return new Uint8Array(view.buffer);
}

function utf32(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
	const points = [...(mark ? `\ufeff${text}` : text)];
	const view = new DataView(new ArrayBuffer(points.length * 4));
	for (const [i, point] of points.entries()) view.setUint32(i * 4, point.codePointAt(0) ?? 0, littleEndian);
	return new Uint8Array(view.buffer);
}

describe("a feed's encoding", () => {
	test.each(Object.keys(ENCODED))("%s is read where the document declares it, and where the header does", (name) => {
		const [text] = ENCODED[name] ?? [""];
		expect(titleOf(feed(encoded(name), name), null)).toBe(text);
		expect(titleOf(feed(encoded(name), null), `application/rss+xml; charset="${name}"`)).toBe(text);
		expect(titleOf(feed(encoded(name), "utf-8"), `text/xml;charset=${name}`)).toBe(text);
	});

	const text = "<rss><channel><item><title>Zürich 日本 🗞</title></item></channel></rss>";
	test.each([
		["UTF-16LE with mark", utf16(text, true, true), "utf-16le"],
		["UTF-16BE with mark", utf16(text, false, true), "utf-16be"],
		["UTF-16LE without mark", utf16(text, true, false), "utf-16le"],
		["UTF-16BE without mark", utf16(text, false, false), "utf-16be"],
		["UTF-32LE with mark", utf32(text, true, true), "utf-32le"],
		["UTF-32BE with mark", utf32(text, false, true), "utf-32be"],
		["UTF-32LE without mark", utf32(text, true, false), "utf-32le"],
		["UTF-32BE without mark", utf32(text, false, false), "utf-32be"],
		["UTF-8 with mark", joined(new Uint8Array([0xef, 0xbb, 0xbf]), text), "utf-8"],
		["UTF-8", utf8(text), "utf-8"],
	])("%s shows by itself, whatever the header says", (_name, bytes, encoding) => {
		for (const contentType of [null, "text/xml; charset=iso-8859-1", "text/plain; charset=utf-16"]) {
			expect(decodeText(bytes, contentType, "xml")).toMatchObject({ encoding, text });
			expect(titleOf(bytes, contentType)).toBe("Zürich 日本 🗞");
		}
	});

	test.each<[name: string, bytes: Uint8Array, contentType: string | null, title: string, repair: RegExp | null]>([
		["Latin-1 is windows-1252", feed(encoded("windows-1252"), "iso-8859-1"), null, "“Café” – 5 €", null],
		[
			"utf-8 that is windows-1252",
			feed(encoded("windows-1252"), "utf-8"),
			null,
			"“Café” – 5 €",
			/windows-1252 instead/,
		],
		["utf-8 that is KOI8-R", feed(encoded("koi8-r"), "utf-8"), null, "Новости дня", /koi8-r instead/],
		[
			"a server's default",
			feed(encoded("windows-1251"), "windows-1251"),
			"text/xml; charset=ISO-8859-1",
			"Новости дня",
			null,
		],
		["Latin-1 that is UTF-8", feed("Zürich – 5 €", "iso-8859-1"), null, "Zürich – 5 €", /utf-8 instead/],
		["gb2312 that is UTF-8", feed("今日新闻：上海", "gb2312"), null, "今日新闻：上海", /utf-8 instead/],
		["utf-16 that is not", feed("Zürich", "utf-16"), null, "Zürich", /utf-8 instead/],
		["an unknown name", feed("Zürich", "x-klingon"), "text/xml; charset=none", "Zürich", /unknown charset/],
		["nothing said", feed("Zürich", null), null, "Zürich", null],
		["a cut character", feed(joined("Zürich 日", new Uint8Array([0xe6, 0x97])), null), null, "Zürich 日�", /no utf-8/],
		[
			"a stray byte",
			feed(joined("Zürich 日本", new Uint8Array([0xff]), "!"), "utf-8"),
			null,
			"Zürich 日本�!",
			/no utf-8/,
		],
		["C1 controls in UTF-8", feed("don\u0092t", "utf-8"), null, "don’t", null],
	])("%s is put right", (_name, bytes, contentType, title, repair) => {
		expect(titleOf(bytes, contentType)).toBe(title);
		const reading = readFeed(bytes, { url: "https://daily.example/", contentType });
		const repairs = reading.kind === "feed" ? reading.feed.repairs : ["not read"];
		if (repair) expect(repairs.join()).toMatch(repair);
		else expect(repairs).toEqual([]);
	});

	test("is never the reason for a lost entry", () => {
		const broken = joined(
			feed(new Uint8Array([0xff, 0xfe, 0x80, 0xc0]), "utf-8").subarray(0, -"</channel></rss>".length),
			"<item><title>b</title></item></channel></rss>",
		);
		const reading = readFeed(broken, { url: "https://daily.example/", contentType: null });
		expect(reading.kind === "feed" && reading.feed.entries.length).toBe(2);
	});
});

describe("a page's encoding", () => {
	const page = (head: string, body: string | Uint8Array): Uint8Array =>
		joined(`<html><head>${head}</head><body><p>`, body, "</p></body></html>");
	const padding = `<script>${"x".repeat(5_000)}</script>`;

	test.each([
		["meta charset", page('<meta charset="koi8-r">', encoded("koi8-r"))],
		[
			"meta http-equiv",
			page('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', encoded("koi8-r")),
		],
		["meta after 1,024 bytes", page(`${padding}<meta charset=koi8-r>`, encoded("koi8-r"))],
	])("is found in %s", (_name, bytes) => {
		expect(decodeText(bytes, "text/html", "html")).toMatchObject({
			encoding: "koi8-r",
			text: expect.stringContaining("<p>Новости дня</p>"),
		});
	});

	test("is not looked for in the text of JSON", () => {
		const bytes = utf8('{"a":"<meta charset=koi8-r> é"}');
		expect(decodeText(bytes, null, "json")).toMatchObject({ encoding: "utf-8", text: expect.stringContaining("é") });
	});
});
