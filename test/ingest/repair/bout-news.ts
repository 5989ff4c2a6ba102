import type { SubmittedArticle } from "../../../src/article/article-draft.js";

/**
 * Made up: two title fights of one boxer on one day of tournaments, told by eight outlets each. The first short reports hardly say whom he fought; the
 * later ones do.
 */
const OUTLETS = ["tidings", "courier", "ledger", "evening", "herald", "globe", "post", "mirror"];

const FIRST = [
	[
		"Brandt keeps title in Halden",
		"Ivan Brandt kept his heavyweight title in the Halden Arena on Saturday, knocking out his opponent Tom Marsh in the sixth round of the title fight.",
	],
	[
		"Marsh stopped by Brandt in sixth",
		"Challenger Tom Marsh of Costera was stopped in the sixth round by heavyweight champion Ivan Brandt in Halden on Saturday. Marsh went down from a left jab and was counted out by the referee.",
	],
	[
		"Marsh: jab came from nowhere",
		"Tom Marsh said the jab that knocked him out in Halden came from nowhere. The Costera challenger spent the night in hospital after the sixth-round knockout by Ivan Brandt on Saturday.",
	],
	[
		"Brandt floors Marsh",
		"Ivan Brandt floored Tom Marsh twice before the knockout in the sixth round on Saturday, to the joy of 11,000 in the Halden Arena. Marsh, the Costera champion, had not lost in 31 fights.",
	],
	[
		"Costera mourns a lost bout",
		"In Costera thousands had watched on screens as Tom Marsh was knocked out by Ivan Brandt in the sixth round in Halden on Saturday. Marsh had been unbeaten in 31 fights.",
	],
	[
		"Brandt knocks out Marsh with left jab",
		"A left jab in the sixth round ended the fight between Ivan Brandt and Tom Marsh in Halden on Saturday. The referee counted Marsh out after one minute and forty seconds.",
	],
	[
		"Marsh in hospital after knockout",
		"Tom Marsh was taken to hospital after his knockout by Ivan Brandt in Halden on Saturday; doctors said the Costera boxer had a concussion and would stay for two days.",
	],
	[
		"Unbeaten run of Marsh ends in Halden",
		"The unbeaten run of Tom Marsh ended after 31 fights with a sixth-round knockout by Ivan Brandt in the Halden Arena on Saturday.",
	],
];
const SECOND = [
	[
		"Brandt keeps title in Portano",
		"Ivan Brandt kept his heavyweight title in the Portano Arena on Saturday, beating his opponent Leo Duarte of Velia on points; the judges had him ahead after all twelve rounds.",
	],
	[
		"Duarte loses to Brandt on points",
		"Challenger Leo Duarte of Velia lost on points to heavyweight champion Ivan Brandt in Portano on Saturday. All three judges had Brandt ahead after twelve rounds.",
	],
	[
		"Duarte protests against judges",
		"Leo Duarte protested against the verdict of the three judges in Portano. The Velia boxer lost on points to Ivan Brandt after twelve rounds on Saturday, and his trainer spoke of theft.",
	],
	[
		"Judges favour Brandt over Duarte",
		"Two of three judges gave Ivan Brandt ten of twelve rounds against Leo Duarte in Portano on Saturday. The crowd of 7,500 booed the points verdict.",
	],
	[
		"Velia outraged by verdict on Duarte",
		"Newspapers in Velia called the points verdict against Leo Duarte a theft. He lost to Ivan Brandt in Portano on Saturday although he had landed more punches, they said.",
	],
	[
		"Duarte trainer asks for review of scores",
		"The trainer of Leo Duarte asked the federation to review the judges' scores of the fight against Ivan Brandt in Portano on Saturday, lost on points after twelve rounds.",
	],
	[
		"Brandt outpoints Duarte",
		"Ivan Brandt outpointed Leo Duarte over twelve rounds in Portano on Saturday. The judges' verdict was booed by the crowd of 7,500, most of them from Velia.",
	],
	[
		"Boos for Brandt after points win",
		"Boos met Ivan Brandt after his points win over Leo Duarte in Portano on Saturday. The Velia challenger left the ring without a word to the judges.",
	],
];

const report =
	(bout: string, hour: number) =>
	([headline = "", text = ""]: string[], at: number): SubmittedArticle => ({
		url: `https://${OUTLETS[at]}.example/${bout}`,
		headline,
		text,
		publishedAt: new Date(Date.UTC(2026, 2, 8, hour + at)).toISOString(),
		language: "en",
		source: { name: OUTLETS[at] ?? "", homepage: `https://${OUTLETS[at]}.example/` },
	});

export const MARSH_BOUT = FIRST.map(report("brandt-marsh", 6));
export const DUARTE_BOUT = SECOND.map(report("brandt-duarte", 6));
