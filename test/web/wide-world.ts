import type { Database } from "../../src/db.js";
import type { CausalRelation } from "../../src/generated/prisma/client.js";
import { refreshEvents } from "../../src/ingest/refresh-events.js";
import { refreshLinks } from "../../src/ingest/write-links.js";
import { type TestArticle, uuid, writeArticle } from "../graphql/port-world.js";

/**
 * An event with thirty earlier ones before it, in four layers, joined by forty claims: as many as the page asks for. It goes into a
 * database that has the port's world.
 */

interface WideEvent {
	n: number;
	title: string;
	day: string;
}

/** Short and long ones, one word that cannot be broken, and one that runs from right to left. */
const TITLES = [
	"Dam of Ostrava is emptied",
	"Regulator orders the operator of the northern grid to shed load in three provinces until further notice",
	"Heat wave",
	"Rechtsschutzversicherungsgesellschaften withdraw their cover",
	"الحكومة تعلن حالة الطوارئ في المقاطعات الشمالية",
	"Two of four turbines fail during a test of the cooling system",
	"River level falls to its lowest in sixty years",
	"Parliament votes down the budget for repairs of the weirs and locks on the lower river",
];

/** Events in each layer, from the one next to the target. */
const LAYERS = [6, 8, 8, 8] as const;
const FIRST = 101;

/** The event that all others precede. */
export const WIDE_TARGET = FIRST + LAYERS.reduce((sum, size) => sum + size, 0);

const DAY_MS = 86_400_000;
const dayBefore = (days: number): string => new Date(Date.UTC(2031, 4, 1) - days * DAY_MS).toISOString().slice(0, 10);

const layers: WideEvent[][] = [[{ n: WIDE_TARGET, title: "Lights go out in the north", day: dayBefore(0) }]];
let next = FIRST;
for (const [layer, size] of LAYERS.entries()) {
	layers.push(
		Array.from({ length: size }, (_, index) => {
			const n = next++;
			const title = `${TITLES[n % TITLES.length]}, ${n - FIRST + 1}`;
			return { n, title, day: dayBefore((layer + 1) * 10 + index) };
		}),
	);
}

interface WideLink {
	n: number;
	cause: WideEvent;
	effect: WideEvent;
	relation: CausalRelation;
	isDenied: boolean;
}

const RELATIONS: CausalRelation[] = ["CAUSE", "CAUSE", "ENABLE", "CAUSE", "PREVENT"];
/** Each event leads to one of the layer above it, and ten to a second one. */
const SECOND = new Set([7, 9, 11, 14, 16, 18, 20, 23, 25, 28]);

const links: WideLink[] = layers.slice(1).flatMap((causes, layer) => {
	const effects = layers[layer] ?? [];
	return causes.flatMap((cause, index) =>
		(SECOND.has(cause.n - FIRST) ? [0, 3] : [0]).map((shift) => {
			const n = FIRST + 2 * (cause.n - FIRST) + (shift === 0 ? 0 : 1);
			const effect = effects[(index + shift) % effects.length] ?? cause;
			return { n, cause, effect, relation: RELATIONS[n % RELATIONS.length] ?? "CAUSE", isDenied: n % 9 === 0 };
		}),
	);
});

const sentenceOf = ({ cause, effect }: WideLink) => `${effect.title} because of this: ${cause.title}.`;

export const WIDE_LINKS = links.length;

const reportOf = ({ n, title, day }: WideEvent): TestArticle => ({
	n,
	source: (n % 3) + 1,
	published: `${day}T08:00:00.000Z`,
	headline: title,
	mentions: [{ event: n, role: "MAIN", title, day, sentence: `${title}.` }],
});

/** Tells all of it; its number leaves room for the numbers of its sentences. */
const ACCOUNT: TestArticle = {
	n: 5_000,
	source: 1,
	published: "2031-05-02T08:00:00.000Z",
	headline: "How the north went dark",
	mentions: layers.flat().map(({ n, title, day }) => ({
		event: n,
		role: n === WIDE_TARGET ? "MAIN" : "BACKGROUND",
		title,
		day,
		sentence: `${title}.`,
	})),
	claims: links.map((link) => ({
		link: link.n,
		sentence: sentenceOf(link),
		signal: "because of",
		confidence: 0.5 + (link.n % 10) / 50,
	})),
};

const DENIAL: TestArticle = {
	n: 6_000,
	source: 2,
	published: "2031-05-03T08:00:00.000Z",
	headline: "Operator rejects the account",
	mentions: [],
	claims: links
		.filter(({ isDenied }) => isDenied)
		.map((link) => ({
			link: link.n,
			sentence: `The operator denies this: ${sentenceOf(link)}`,
			signal: null,
			stance: "CONTRADICTS",
			confidence: 0.3,
		})),
};

/** Writes the events, links and articles. */
export async function writeWideWorld(db: Database): Promise<void> {
	const { prisma } = db;
	const instant = new Date("2031-05-01T00:00:00.000Z");
	const events = layers.flat();
	await prisma.event.createMany({
		data: events.map(({ n }) => ({
			id: uuid("Event", n),
			title: "",
			type: "OTHER" as const,
			status: "OCCURRED" as const,
			occurredAt: instant,
			firstReportedAt: instant,
			lastReportedAt: instant,
			confidence: 0,
			keyTerms: ["grid"],
			centroid: { grid: 1 },
		})),
	});
	await prisma.causalLink.createMany({
		data: links.map(({ n, cause, effect, relation }) => ({
			id: uuid("CausalLink", n),
			causeId: uuid("Event", cause.n),
			effectId: uuid("Event", effect.n),
			relation,
			mode: "CONSEQUENCE" as const,
			basis: "STATED" as const,
			status: "PROPOSED" as const,
			confidence: 0,
			supporting: 0,
			contradicting: 0,
			independentSources: 0,
			attributedOnly: false,
		})),
	});
	for (const article of [...events.map(reportOf), ACCOUNT, DENIAL]) await writeArticle(db, article);
	await prisma.$transaction(
		async (tx) => {
			const linkIds = links.map(({ n }) => uuid("CausalLink", n));
			await refreshLinks(tx, linkIds, instant, []);
			const eventIds = events.map(({ n }) => uuid("Event", n));
			await refreshEvents(tx, eventIds, instant, []);
		},
		{ timeout: 60_000 },
	);
}
