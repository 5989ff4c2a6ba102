/**
 * Names and usual short forms of the months, January first, in the languages that write most of the world's feeds: English,
 * German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish and Norwegian, Polish, Czech, Hungarian, Romanian,
 * Turkish, Russian, Ukrainian, Greek. Without accents and in lower case. A form that two languages use for different months
 * stands with the larger one.
 */
const MONTHS = [
	"january jan januar jaenner janner janvier janv enero ene gennaio gen janeiro januari stycznia styczen sty ledna leden led januarja ianuarie ian ocak oca января январь янв сiчня січня січ ιανουαριου ιανουαριος ιαν",
	"february feb februar feber fevrier fevr fev febrero febbraio fevereiro februari lutego luty lut unora unor uno februarie subat sub február febr февраля февраль фев февр лютого лют φεβρουαριου φεβρουαριος φεβ",
	"march mar marz maerz mrz mars marzo marco maart mrt marca marzec brezna brezen bre marcius marc martie mart марта март мар березня бер μαρτιου μαρτιος μαρ μαρτ",
	"april apr avril avr abril abr aprile kwietnia kwiecien kwi dubna duben dub aprilis aprilie nisan nis апреля апрель апр квiтня квітня кві απριλιου απριλιος απρ",
	"may mai mayo maggio mag maio mei maj maja kvetna kveten kve majus mayis мая май травня тра μαιου μαιος μαι μαϊ",
	"june jun juni juin junio giugno giu junho czerwca czerwiec cze cervna cerven cvn junius iunie iun haziran haz июня июнь июн червня чер ιουνιου ιουνιος ιουν",
	"july jul juli juillet juil julio luglio lug julho lipca lipiec lip cervence cervenec cvc julius iulie iul temmuz tem июля июль июл липня лип ιουλιου ιουλιος ιουλ",
	"august aug aout aou agosto ago augustus augusti sierpnia sierpien sie srpna srpen srp augusztus agustos agu августа август авг серпня сер αυγουστου αυγουστος αυγ",
	"september sep sept septembre septiembre setiembre settembre set setembro wrzesnia wrzesien wrz zari zar szeptember szept septembrie eylul eyl сентября сентябрь сен сент вересня вер σεπτεμβριου σεπτεμβριος σεπ σεπτ",
	"october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz rijna rijen rij octombrie ekim eki октября октябрь окт жовтня жов οκτωβριου οκτωβριος οκτ",
	"november nov novembre noviembre novembro listopada listopad lis noiembrie noi kasim kas ноября ноябрь ноя нояб листопада νοεμβριου νοεμβριος νοε",
	"december dec dezember dez decembre diciembre dic dicembre dezembro grudnia grudzien gru prosince prosinec pro decembrie aralik ara декабря декабрь дек грудня гру δεκεμβριου δεκεμβριος δεκ",
];

const MONTH_OF = new Map(
	MONTHS.flatMap((names, month) => names.split(" ").map((name) => [plain(name), month + 1] as const)),
);

/** The month that a word names in one of the languages, 1–12; null if it names none. Case and accents do not matter. */
export function monthNamed(word: string): number | null {
	return MONTH_OF.get(word.toLowerCase()) ?? MONTH_OF.get(plain(word)) ?? null;
}

function plain(word: string): string {
	return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i");
}

/**
 * Minutes east of Greenwich of the names that feeds give to zones: RFC 822's, and those that servers print. Where a name is
 * several zones', the one that prints most feeds. RFC 822's military letters are not here: it had their signs wrong, and
 * RFC 5322 (§4.3) says to read them as UTC.
 */
const ZONES: Record<string, number> = {
	UT: 0,
	UTC: 0,
	GMT: 0,
	Z: 0,
	WET: 0,
	BST: 60,
	IST: 330,
	WEST: 60,
	WAT: 60,
	CET: 60,
	MET: 60,
	MEZ: 60,
	CEST: 120,
	MEST: 120,
	MESZ: 120,
	EET: 120,
	CAT: 120,
	SAST: 120,
	EEST: 180,
	EAT: 180,
	MSK: 180,
	MSD: 240,
	TRT: 180,
	GST: 240,
	PKT: 300,
	WIB: 420,
	ICT: 420,
	HKT: 480,
	SGT: 480,
	PHT: 480,
	AWST: 480,
	JST: 540,
	KST: 540,
	ACST: 570,
	AEST: 600,
	ACDT: 630,
	AEDT: 660,
	NZST: 720,
	NZDT: 780,
	NST: -210,
	NDT: -150,
	AST: -240,
	ADT: -180,
	EST: -300,
	EDT: -240,
	ET: -300,
	CST: -360,
	CDT: -300,
	CT: -360,
	MST: -420,
	MDT: -360,
	MT: -420,
	PST: -480,
	PDT: -420,
	PT: -480,
	AKST: -540,
	AKDT: -480,
	HST: -600,
	BRT: -180,
	BRST: -120,
	ART: -180,
	CLT: -240,
	CLST: -180,
};

/** The offset of a named zone in minutes east of Greenwich; null for a name that is not known. */
export function zoneNamed(name: string): number | null {
	const known = ZONES[name.toUpperCase()];
	return known ?? (/^[a-ik-z]$/i.test(name) ? 0 : null);
}
