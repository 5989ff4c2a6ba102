/** How an entry stands after one reading, as far as it decides what comes next. */
export interface EntryProgress {
	/** Failed attempts in a row, this one included. */
	attempts: number;
	/** Times the page was looked at again so far. */
	visits: number;
	/** When the feed first had it. */
	firstSeenAt: Date;
}

/** What a reading came to. */
export type EntryOutcome =
	/** It is in the archive, with the text of its page. */
	| { kind: "page-read" }
	/** The page stands as it stood. */
	| { kind: "page-same" }
	/** It is in the archive with the feed's own text, and there is nothing more to fetch. */
	| { kind: "feed-read" }
	/** It is in the archive as far as the feed tells it; its page may answer later. */
	| { kind: "page-missing"; retryAfterSeconds: number | null }
	/** The article was refused, or reading it failed. */
	| { kind: "refused" }
	| { kind: "broken" };

export interface NextReading {
	/** Null when there is nothing left to do. */
	dueAt: Date | null;
	attempts: number;
	visits: number;
	/** The entry is given up: it stays on record with its problem. */
	parked: boolean;
}

/** Silent edits come soon or not at all: half of them within hours. A page is looked at again after so many hours, then left alone. */
const VISIT_HOURS = [1, 7, 40] as const;
/** A feed's first reading brings old articles too; nobody edits those any more. */
const VISITED_AGE_MS = 3 * 86_400_000;
/** Waits between attempts, in minutes; after the last the entry is left as it is. An outage lasts minutes, or a night. */
const RETRY_MINUTES = [2, 15, 120, 720] as const;

/** When an entry is to be read again, if at all. */
export function decideNextReading(entry: EntryProgress, outcome: EntryOutcome, now: Date): NextReading {
	const { attempts, visits } = entry;
	const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
	switch (outcome.kind) {
		case "page-read":
		case "page-same": {
			const hours = VISIT_HOURS[visits];
			const isRecent = now.getTime() - entry.firstSeenAt.getTime() < VISITED_AGE_MS;
			if (hours === undefined || !isRecent) return { dueAt: null, attempts: 0, visits, parked: false };
			return { dueAt: after(hours * 60), attempts: 0, visits: visits + 1, parked: false };
		}
		case "feed-read":
			return { dueAt: null, attempts: 0, visits, parked: false };
		case "refused":
			return { dueAt: null, attempts, visits, parked: true };
		case "page-missing":
		case "broken": {
			const minutes = RETRY_MINUTES[attempts - 1];
			if (minutes === undefined) return { dueAt: null, attempts, visits, parked: outcome.kind === "broken" };
			const asked = outcome.kind === "page-missing" ? (outcome.retryAfterSeconds ?? 0) / 60 : 0;
			return { dueAt: after(Math.max(minutes, asked)), attempts, visits, parked: false };
		}
	}
}
