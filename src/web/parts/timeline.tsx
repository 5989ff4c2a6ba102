import type { Entry, Link } from "../pages/event-data.js";
import { Evidence } from "./evidence.js";
import { Outside, When } from "./outside.js";
import { counted, LINK_STATUS_WORDS, RELATION_WORDS, ROLE_WORDS, STATUS_WORDS } from "./words.js";

/** What preceded, in the order in which it happened: date, what, who says so, and why it is on the list. */
export function Timeline({ entries, links }: { entries: Entry[]; links: Link[] }) {
	return (
		<ol class="timeline">
			{entries.map((entry) => (
				<Step key={entry.event.id} entry={entry} links={links.filter(({ cause }) => cause.id === entry.event.id)} />
			))}
		</ol>
	);
}

function Step({ entry, links }: { entry: Entry; links: Link[] }) {
	const { word, shape } = ROLE_WORDS[entry.role];
	const { sentence } = entry;
	const status = STATUS_WORDS[entry.status];
	return (
		<li class={`step ${shape}`} id={entry.event.id}>
			<p class="date">
				<When time={entry.time} />
			</p>
			<div class="told">
				<p class="tags">
					<span class="role">
						<Shape shape={shape} /> {word}
					</span>
					{entry.disputed && <strong class="disputed">Disputed</strong>}
					{status && <strong class="status">{status}</strong>}
				</p>
				<h3>
					<a href={`/events/${entry.event.id}`}>
						<Outside text={entry.title} />
					</a>
				</h3>
				{sentence && (
					<>
						<p class="sentence" dir="auto">
							{sentence.span.exact}
						</p>
						<Evidence evidence={sentence} />
					</>
				)}
				{links.map((link) => (
					<Claim key={link.link.id} link={link} shown={sentence?.id ?? ""} />
				))}
			</div>
		</li>
	);
}

/** The claim that this event led to a later one, with the sentences for and against it. */
function Claim({ link, shown }: { link: Link; shown: string }) {
	const { support } = link;
	const others = link.evidence.filter(({ id }) => id !== shown);
	return (
		<div class={`claim ${link.status.toLowerCase()}`}>
			<p>
				{support.attributedOnly ? "Said to have " : "It "}
				{RELATION_WORDS[link.relation]} “<Outside text={link.effect.title} />
				”: {counted(support.independentSources, "independent outlet")}
				{support.contradicting > 0 && `, ${support.contradicting} against`}, {LINK_STATUS_WORDS[link.status]}
			</p>
			{others.map((evidence) => (
				<Evidence key={evidence.id} evidence={evidence} />
			))}
		</div>
	);
}

/** The role's shape, for whoever does not see colours; the word stands beside it. */
function Shape({ shape }: { shape: string }) {
	return (
		<svg class="shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
			{shape === "cause" && <circle cx="8" cy="8" r="6" />}
			{shape === "enabler" && <path d="M8 1 15 8 8 15 1 8Z" />}
			{shape === "preventer" && <path d="M2 2h12v12H2ZM4 12 12 4" />}
			{shape === "background" && <circle cx="8" cy="8" r="5.2" class="hollow" />}
		</svg>
	);
}
