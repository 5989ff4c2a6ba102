/** A language known by its script alone, or by its words within a script. */
interface Marks {
	language: string;
	/** Frequent short words that few other languages share. */
	words: string;
	/** Letters that few other languages in the same table use. */
	letters: string;
}

/** Characters read: a page of text settles the question, and more only costs time. */
const SAMPLE_LENGTH = 2000;

/** Fewer letters than this say nothing. */
const MIN_LETTERS = 3;

/** Two short words of one language are the least that tells it; one of them may be a name. */
const MIN_VOTES = 1.5;

/** A distinctive letter weighs less than a word (names carry foreign letters), but short texts often have nothing else. */
const LETTER_WEIGHT = 0.5;

/** Votes by which another language must lead before the text overrules a hint: feeds lie, but one foreign quotation is no proof. */
const OVERRULE_VOTES = 5;

/** Scripts used by one big language of news each, in the order in which they are asked. Kana before Han: Japanese has both. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
	["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
	["ko", /\p{Script=Hangul}/u],
	["zh", /\p{Script=Han}/u],
	["el", /\p{Script=Greek}/u],
	["he", /\p{Script=Hebrew}/u],
	["hy", /\p{Script=Armenian}/u],
	["ka", /\p{Script=Georgian}/u],
	["hi", /\p{Script=Devanagari}/u],
	["bn", /\p{Script=Bengali}/u],
	["pa", /\p{Script=Gurmukhi}/u],
	["gu", /\p{Script=Gujarati}/u],
	["ta", /\p{Script=Tamil}/u],
	["te", /\p{Script=Telugu}/u],
	["kn", /\p{Script=Kannada}/u],
	["ml", /\p{Script=Malayalam}/u],
	["si", /\p{Script=Sinhala}/u],
	["th", /\p{Script=Thai}/u],
	["lo", /\p{Script=Lao}/u],
	["km", /\p{Script=Khmer}/u],
	["my", /\p{Script=Myanmar}/u],
	["am", /\p{Script=Ethiopic}/u],
];

const LATIN: readonly Marks[] = [
	{
		language: "en",
		words:
			"the of and to in that is was for with on by as has have from are were it at an not this which after said who its been",
		letters: "",
	},
	{
		language: "de",
		words:
			"der die das und ist nicht mit den dem ein eine von zu auf für im des sich auch wird wurde nach bei hat haben aus",
		letters: "ß",
	},
	{
		language: "fr",
		words: "le la les des et est une du dans que qui pour pas sur au avec ce sont par plus été aux cette il elle ont",
		letters: "œ",
	},
	{
		language: "es",
		words: "el la los las que y en del una por con para es se su al como fue más ha pero sus este está según también",
		letters: "ñ¿¡",
	},
	{
		language: "pt",
		words: "o os que e do da em um uma para com não por dos das no na mais foi ao como são pelo pela também está",
		letters: "ãõ",
	},
	{
		language: "it",
		words: "il di che e la per un in del della è con non sono gli le dei nel alla anche ha una da dal si più",
		letters: "",
	},
	{
		language: "nl",
		words: "de het een van en is dat op te zijn voor met niet aan er ook door om naar bij wordt heeft maar uit werd",
		letters: "",
	},
	{
		language: "sv",
		words: "och att det som en på är av för med den till inte har om ett var från men vid efter sig kan också",
		letters: "",
	},
	{
		language: "da",
		words: "og at det er en til på som af med den for ikke har de et der var fra ved efter men sig også blev",
		letters: "æø",
	},
	{
		language: "no",
		words: "og at det er en til på som av med den for ikke har de et ble var fra ved etter men seg også",
		letters: "æø",
	},
	{
		language: "fi",
		words: "ja on ei se että oli hän myös ovat kun mukaan mutta joka tai sen kuin olla vuoden jälkeen",
		letters: "",
	},
	{ language: "et", words: "ja on ei see et oli ka kui mis aga ning või oma tema pärast juba selle", letters: "" },
	{
		language: "pl",
		words: "i w na z do się nie to że jest o po od za przez jak dla oraz który był są było ale już także",
		letters: "łąęśżźńć",
	},
	{
		language: "cs",
		words: "a v na se je že s z do o to ve si pro byl jsou jako po které podle ale by za jeho který také",
		letters: "řěů",
	},
	{
		language: "sk",
		words: "a v na sa je že s z do o to vo si pre bol sú ako po ktoré podľa ale by za jeho ktorý tiež",
		letters: "ľĺŕ",
	},
	{ language: "sl", words: "in je v na se da za so pa ki z po ne bi s tudi kot bil ali pri od ko je še", letters: "" },
	{
		language: "hr",
		words: "i je u na se da za su od s o ne bi kako koji što nije iz ali ili bio kao će te do",
		letters: "đ",
	},
	{
		language: "ro",
		words: "și de la în a cu nu că pe din un o pentru este care sunt mai fost prin după ale lui dar s-a",
		letters: "țșă",
	},
	{
		language: "hu",
		words: "a az és hogy nem is egy meg volt de ez csak már ha mint még szerint vagy aki kell után",
		letters: "őű",
	},
	{
		language: "tr",
		words: "ve bir bu da de için ile olarak olan çok daha sonra kadar gibi ancak göre ise değil tarafından oldu",
		letters: "ğı",
	},
	{
		language: "lt",
		words: "ir yra į kad su iš tai apie buvo kaip bet ar nuo už po per jis taip savo dėl",
		letters: "ėųį",
	},
	{
		language: "lv",
		words: "un ir ar no kas par uz ka tas bija arī pēc bet to kā lai vai nav pie līdz",
		letters: "ņļķģ",
	},
	{ language: "sq", words: "të e në dhe për me që një nga është se ka më u si i kanë nuk ishte", letters: "" },
	{
		language: "ca",
		words: "el la els les i que de en un una per amb és del al no ha als són com més aquest també",
		letters: "",
	},
	{
		language: "id",
		words: "yang dan di itu dengan untuk tidak dari dalam pada ini adalah akan juga ke oleh telah karena tersebut",
		letters: "",
	},
	{
		language: "vi",
		words: "và của là có được trong cho không các với một người những đã này khi đến từ",
		letters: "ơưđạảấầậắằ",
	},
	{ language: "sw", words: "na ya wa kwa ni katika la za kuwa hiyo huo cha pia kama watu baada hiyo", letters: "" },
];

const CYRILLIC: readonly Marks[] = [
	{
		language: "uk",
		words: "і та що не на до за від у з це як про його був але вже після який також для щоб або є",
		letters: "іїєґ",
	},
	{
		language: "ru",
		words: "и что не на с по это как он из от но за для был его после который также все же или бы",
		letters: "ыэё",
	},
	{ language: "be", words: "і што не на з у гэта як па ад але для пра быў яго пасля які таксама каб ён", letters: "ў" },
	{ language: "bg", words: "и на да се за от че в с не са е по като към след при беше това още със ще", letters: "" },
	{ language: "sr", words: "и је у на се да за су од са не би који као из али што или није био", letters: "ђјљњћџ" },
	{ language: "mk", words: "и на да се во од за со не ќе дека што е по како овој беше кој или", letters: "ѓќѕ" },
	{ language: "kk", words: "және мен бұл үшін деп бар да де бір болып туралы кейін", letters: "әғқңөұүһ" },
];

const ARABIC: readonly Marks[] = [
	{ language: "ar", words: "في من على أن إلى عن التي الذي هذا مع ما كان بعد قد لم هذه بين", letters: "ةى" },
	{ language: "fa", words: "در به از که این است با را برای آن شد های می کرد شده خود بود", letters: "پچژگ" },
	{ language: "ur", words: "کے میں کی ہے سے اور کا کو نے پر کہ اس یہ بھی ہیں", letters: "ٹڈڑےں" },
];

const TABLES: readonly (readonly [RegExp, readonly Marks[]])[] = [
	[/\p{Script=Latin}/u, LATIN],
	[/\p{Script=Cyrillic}/u, CYRILLIC],
	[/\p{Script=Arabic}/u, ARABIC],
];

const wordVotes = new Map<readonly Marks[], Map<string, string[]>>();
const letterVotes = new Map<readonly Marks[], Map<string, string[]>>();
for (const [, table] of TABLES) {
	wordVotes.set(
		table,
		indexMarks(table, ({ words }) => words.split(" ")),
	);
	letterVotes.set(
		table,
		indexMarks(table, ({ letters }) => [...letters]),
	);
}

/**
 * The language of a text as a BCP 47 primary tag ("en", "uk"); "und" where nothing tells. A hint (the language a feed or
 * page declares, any BCP 47 tag) wins unless the text clearly speaks another language. Scripts first, then votes of
 * frequent words and distinctive letters over the first 2,000 characters.
 */
export function detectLanguage(text: string, hint?: string): string {
	const hinted = primaryTag(hint);
	const sample = text.slice(0, SAMPLE_LENGTH).toLowerCase();
	const table = mainTable(sample);
	if (typeof table === "string") return table;
	if (table === null) return hinted ?? "und";
	const votes = countVotes(sample, table);
	const best = leader(votes);
	if (best === null || (votes.get(best) ?? 0) < MIN_VOTES) return hinted ?? "und";
	const hintedVotes = hinted ? (votes.get(hinted) ?? 0) : 0;
	if (hinted && (votes.get(best) ?? 0) - hintedVotes < OVERRULE_VOTES) return hinted;
	return best;
}

function primaryTag(hint: string | undefined): string | null {
	const tag = /^([a-z]{2,3})(?:[-_][a-z0-9_-]{0,40})?$/i.exec(hint?.trim() ?? "")?.[1]?.toLowerCase();
	return tag && tag !== "und" && tag !== "mul" && tag !== "zxx" ? tag : null;
}

/** The language, where the script of most letters tells it; else the table of languages that share the script. */
function mainTable(sample: string): string | readonly Marks[] | null {
	const counts = new Map<string | readonly Marks[], number>();
	let plain = 0;
	let letters = 0;
	for (const char of sample) {
		const code = char.codePointAt(0) as number;
		// Most text is plain ASCII; the tables of Unicode are asked for the rest only.
		if (code < 128) {
			if (code >= 97 && code <= 122) plain++;
			continue;
		}
		const key = scriptOf(char);
		if (key === null) continue;
		letters++;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	letters += plain;
	counts.set(LATIN, (counts.get(LATIN) ?? 0) + plain);
	if (letters < MIN_LETTERS) return null;
	// A tenth of kana among the letters makes a text Japanese, however many characters are Han.
	if ((counts.get("ja") ?? 0) * 10 >= letters) return "ja";
	let best: string | readonly Marks[] | null = null;
	for (const [key, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = key;
	return best;
}

function scriptOf(char: string): string | readonly Marks[] | null {
	for (const [script, table] of TABLES) if (script.test(char)) return table;
	for (const [language, script] of SCRIPTS) if (script.test(char)) return language;
	return null;
}

/** Each word or letter to the languages that have it. */
function indexMarks(table: readonly Marks[], read: (marks: Marks) => string[]): Map<string, string[]> {
	const index = new Map<string, string[]>();
	for (const marks of table)
		for (const mark of new Set(read(marks))) index.set(mark, [...(index.get(mark) ?? []), marks.language]);
	return index;
}

/** Each word gives one vote, shared by the languages that have it; distinctive letters add to them. */
function countVotes(sample: string, table: readonly Marks[]): Map<string, number> {
	const votes = new Map<string, number>();
	const add = (language: string, weight: number) => votes.set(language, (votes.get(language) ?? 0) + weight);
	const index = wordVotes.get(table);
	for (const word of sample.split(/[^\p{L}\p{M}'’-]+/u)) {
		const languages = index?.get(word) ?? [];
		for (const language of languages) add(language, 1 / languages.length);
	}
	const byLetter = letterVotes.get(table);
	for (const char of sample) {
		if (char < "\u0080") continue;
		for (const language of byLetter?.get(char) ?? []) add(language, LETTER_WEIGHT);
	}
	return votes;
}

function leader(votes: ReadonlyMap<string, number>): string | null {
	let best: string | null = null;
	for (const [language, count] of votes) if (best === null || count > (votes.get(best) ?? 0)) best = language;
	return best;
}
