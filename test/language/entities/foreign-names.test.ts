import { describe, expect, it } from "vitest";
import { findEntities } from "../../../src/language/entities/entities.js";
import { tokenize } from "../../../src/language/tokens.js";

const read = (language: string, text: string): string[] =>
	findEntities(tokenize(text), language).map(({ type, text: printed, name }) =>
		name === printed ? `${type} ${printed}` : `${type} ${printed} = ${name}`,
	);

describe("names that are certain in other languages", () => {
	const cases: [language: string, text: string, found: string[]][] = [
		[
			"de",
			"Nach dem Angriff reiste Bundeskanzler Olaf Scholz nach Frankreich. Dort warnte Scholz vor Russlands Armee.",
			["PERSON Olaf Scholz", "GPE Frankreich = France", "PERSON Scholz = Olaf Scholz", "GPE Russlands = Russia"],
		],
		[
			"de",
			"Die Regierung in Großbritannien und die Vereinten Nationen warten auf das Ergebnis der Wahl.",
			["GPE Großbritannien = United Kingdom", "ORGANIZATION Vereinten Nationen = United Nations"],
		],
		[
			"fr",
			"Le président Emmanuel Macron a dit que l'Iran et les États-Unis doivent parler avec l'ONU.",
			["PERSON Emmanuel Macron", "GPE Iran", "GPE États-Unis = United States", "ORGANIZATION ONU = United Nations"],
		],
		[
			"fr",
			"Hier, le Programme Alimentaire Mondial (PAM) a fermé son bureau. Le PAM accuse l'armée.",
			[
				"ORGANIZATION Programme Alimentaire Mondial",
				"ORGANIZATION PAM = Programme Alimentaire Mondial",
				"ORGANIZATION PAM = Programme Alimentaire Mondial",
			],
		],
		[
			"es",
			"Ayer el presidente Pedro Sánchez viajó a Corea del Norte y a EE.UU. para hablar con la Casa Blanca.",
			["PERSON Pedro Sánchez", "GPE Corea del Norte = North Korea", "GPE EE.UU. = United States", "OTHER Casa Blanca"],
		],
		[
			"it",
			"Secondo la Banca Centrale Europea la Germania e la Spagna sono in difficoltà, ha detto Mario Draghi.",
			["OTHER Banca Centrale Europea", "GPE Germania = Germany", "GPE Spagna = Spain", "PERSON Mario Draghi"],
		],
		[
			"pt",
			"O governo do Brasil e a Coreia do Sul assinaram o acordo, disse o ministro em Lisboa.",
			["GPE Brasil = Brazil", "GPE Coreia do Sul = South Korea"],
		],
		[
			"nl",
			"Volgens premier Mark Rutte heeft Rusland de luchthaven in Oekraïne aangevallen.",
			["PERSON Mark Rutte", "GPE Rusland = Russia", "GPE Oekraïne = Ukraine"],
		],
		[
			"pl",
			"Po ataku na Ukrainę premier Donald Tusk rozmawiał w Niemczech z NATO.",
			["GPE Ukrainę = Ukraine", "PERSON Donald Tusk", "GPE Niemczech = Germany", "ORGANIZATION NATO"],
		],
		[
			"uk",
			"Після удару по Україні президент Володимир Зеленський поговорив з НАТО про Росію та США.",
			[
				"GPE Україні = Ukraine",
				"OTHER Володимир Зеленський",
				"ORGANIZATION НАТО = NATO",
				"GPE Росію = Russia",
				"GPE США = United States",
			],
		],
		[
			"ru",
			"По словам министра, в Германии и Великобритании ждут решения ООН по Сирии.",
			[
				"GPE Германии = Germany",
				"GPE Великобритании = United Kingdom",
				"ORGANIZATION ООН = United Nations",
				"GPE Сирии = Syria",
			],
		],
		[
			"cs",
			"Po útoku na Ukrajinu vláda v Německu jednala o pomoci.",
			["GPE Ukrajinu = Ukraine", "GPE Německu = Germany"],
		],
		[
			"tr",
			"Saldırının ardından İran'ın başkentinde Rusya ve Türkiye görüştü.",
			["GPE İran = Iran", "GPE Rusya = Russia", "GPE Türkiye = Turkey"],
		],
		[
			"sv",
			"Efter mötet sade Ulf Kristersson att Sveriges stöd till Ukraina fortsätter.",
			["PERSON Ulf Kristersson", "GPE Sveriges = Sweden", "GPE Ukraina = Ukraine"],
		],
		["fi", "Hallitus neuvotteli Venäjän ja Ruotsin kanssa.", ["GPE Venäjän = Russia", "GPE Ruotsin = Sweden"]],
		[
			"hu",
			"A kormány szerint Ukrajnában és Németországban is nőtt a szám.",
			["GPE Ukrajnában = Ukraine", "GPE Németországban = Germany"],
		],
		[
			"el",
			"Η κυβέρνηση της Γαλλίας και η Ρωσία μίλησαν για τις ΗΠΑ.",
			["GPE Γαλλίας = France", "GPE Ρωσία = Russia", "GPE ΗΠΑ = United States"],
		],
		[
			"ar",
			"قالت إيران إن الولايات المتحدة وروسيا بحثتا الأزمة في سوريا.",
			["GPE إيران = Iran", "GPE الولايات المتحدة = United States", "GPE روسيا = Russia", "GPE سوريا = Syria"],
		],
		["he", "ממשלת ישראל אמרה כי באיראן נפתחה חקירה.", ["GPE ישראל = Israel", "GPE איראן = Iran"]],
		["hi", "प्रधानमंत्री ने कहा कि ईरान और रूस के बीच बातचीत होगी।", ["GPE ईरान = Iran", "GPE रूस = Russia"]],
		[
			"zh",
			"美国总统说，伊朗和印度尼西亚将在联合国会谈。",
			[
				"GPE 美国 = United States",
				"GPE 伊朗 = Iran",
				"GPE 印度尼西亚 = Indonesia",
				"ORGANIZATION 联合国 = United Nations",
			],
		],
		[
			"ja",
			"アメリカとイランの代表がフランスで会談した。",
			["GPE アメリカ = United States", "GPE イラン = Iran", "GPE フランス = France"],
		],
		["ko", "미국은 북한의 발사를 비판했다.", ["GPE 미국 = United States", "GPE 북한 = North Korea"]],
		[
			"id",
			"Pemerintah Indonesia bertemu dengan wakil dari Jepang dan Amerika Serikat.",
			["GPE Indonesia", "GPE Jepang = Japan", "GPE Amerika Serikat = United States"],
		],
	];
	for (const [language, text, found] of cases)
		it(`${language}: ${text}`, () => expect(read(language, text)).toEqual(found));
});

describe("nothing is named in", () => {
	const cases: [language: string, text: string][] = [
		["de", "Der Hafen wurde nach dem Sturm geschlossen, und die Schiffe der Reederei warten vor der Küste."],
		["de", "Das Essen in der Halle war am Montag kalt, sagte der Mann aus dem Dorf."],
		["fr", "Le port est fermé. Les navires attendent. La tempête passe, dit le maire."],
		["es", "El puerto fue cerrado el lunes. Los barcos esperan. Nadie sabe nada."],
		["ru", "После шторма порт закрыли. Корабли ждут выхода уже два дня."],
		["ko", "이란 말은 수단이 아니다. 가나 안 가나."],
		["zh", "印度洋上的船只在等待风暴过去。"],
		["ja", "マリーナの船は二日間待っている。"],
		["xx", "Aaa bbb ccc. Ddd eee."],
		["de", ""],
	];
	for (const [language, text] of cases)
		it(`${language}: ${JSON.stringify(text)}`, () => expect(read(language, text)).toEqual([]));
});

describe("English is read as before", () => {
	const text = "French police met in Paris.";
	it("with and without its name, and where no language is known", () => {
		expect(read("und", text)).toEqual(read("en", text));
		expect(findEntities(tokenize(text)).map(({ name }) => name)).toEqual(["France", "Paris"]);
	});
});
