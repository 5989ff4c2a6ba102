import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/language/detect-language.js";

describe("the language of a sentence", () => {
	const cases: [language: string, text: string][] = [
		["en", "The harbour was closed after the storm, and the ships have waited for two days."],
		["de", "Der Hafen wurde nach dem Sturm geschlossen und die Schiffe warten seit zwei Tagen."],
		["fr", "Le port est fermé après la tempête et les navires attendent depuis deux jours."],
		["es", "El puerto fue cerrado por la tormenta y los barcos esperan desde hace dos días."],
		["it", "Il porto è stato chiuso per la tempesta e le navi sono in attesa da due giorni."],
		["pt", "O porto foi fechado e os navios não podem sair há dois dias por causa da tempestade."],
		["nl", "De haven is na de storm gesloten en de schepen wachten al twee dagen op een teken."],
		["pl", "Port został zamknięty po burzy, a statki czekają na wyjście już od dwóch dni."],
		["uk", "Після шторму порт закрили, і кораблі чекають на вихід уже два дні."],
		["ru", "После шторма порт закрыли, и корабли ждут выхода уже два дня."],
		["ja", "嵐のため港は閉鎖され、船は二日間待っている。"],
		["zh", "风暴过后港口关闭，船只已等待两天。"],
		["ko", "폭풍 이후 항구가 폐쇄되었다."],
		["ar", "أغلق الميناء بعد العاصفة التي ضربت الساحل في المساء."],
		["he", "הנמל נסגר אחרי הסערה."],
		["el", "Το λιμάνι έκλεισε μετά την καταιγίδα."],
	];
	for (const [language, text] of cases) it(language, () => expect(detectLanguage(text)).toBe(language));
});

describe("the hint", () => {
	const german =
		"Der Hafen wurde nach dem Sturm geschlossen, und die Schiffe warten mit der Mannschaft auf das Ende der Sperre.";
	it("decides where the text is too short to tell", () => expect(detectLanguage("Hafen zu", "de-AT")).toBe("de"));
	it("yields to a text that plainly speaks another language", () => expect(detectLanguage(german, "en")).toBe("de"));
	it("stands against one foreign word", () => expect(detectLanguage("Der Spiegel reports", "en-GB")).toBe("en"));
	it("is ignored where it is none", () => expect(detectLanguage("...", "not a language!")).toBe("und"));
	it("is not needed where nothing tells", () => expect(detectLanguage("2024 --- 17:00")).toBe("und"));
});
