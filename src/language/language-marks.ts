/** A language known by its script alone, or by its words within a script. */
export interface Marks {
	language: string;
	/** Frequent short words that few other languages share. */
	words: string;
	/** Letters that few other languages in the same table use. */
	letters: string;
}

/** Scripts used by one big language of news each, in the order in which they are asked. Kana before Han: Japanese has both. */
export const SCRIPTS: readonly (readonly [string, RegExp])[] = [
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

export const LATIN: readonly Marks[] = [
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

/** Scripts that several languages of the tables share. */
export const TABLES: readonly (readonly [RegExp, readonly Marks[]])[] = [
	[/\p{Script=Latin}/u, LATIN],
	[/\p{Script=Cyrillic}/u, CYRILLIC],
	[/\p{Script=Arabic}/u, ARABIC],
];
