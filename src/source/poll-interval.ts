/** What a poll shows of how often a feed changes. */
export interface PollFindings {
	/** Entries that are new or say something else. */
	changes: number;
	/** Of the feed's entries; looked at on the first poll only. */
	entryDates: readonly Date[];
	/** How long the feed itself says it need not be asked again. */
	ttlSeconds: number | null;
}

/** News that is five minutes old is still news, and no server should mind twelve questions an hour, most answered with 304. */
const MIN_INTERVAL_SECONDS = 300;

/** A feed that seems dead is asked once a day. */
const MAX_INTERVAL_SECONDS = 86_400;

/**
 * How far one poll can move the interval. Shorter at once, longer slowly: after a night of silence it is an hour, not four,
 * and one late entry does not undo what a week has taught. Simulated on feeds with 1 to 100 entries a day, even or only by
 * day, this asks some three times for each entry and sees half of them within a quarter of the mean time between two;
 * moves of ×2 ask two fifths less and see entries twice as late. Prefers asking in vain over being late.
 */
const MOST_SHORTER = 0.5;
const MOST_LONGER = 1.1;

/**
 * Seconds until the next poll, from how often the feed really changes: towards half of the mean time between two changes
 * (so that most polls find one at most), between 5 minutes and a day, and never below the feed's own `ttl` (of which a day
 * counts at most). The first poll takes the mean from the dates of the entries; later ones from the time since the last
 * change, which was shared by all changes found now, or which is still going on.
 */
export function adaptInterval(
	state: { intervalSeconds: number; lastChangedAt: Date | null },
	findings: PollFindings,
	now: Date,
): number {
	const floor = Math.min(Math.max(findings.ttlSeconds ?? 0, MIN_INTERVAL_SECONDS), MAX_INTERVAL_SECONDS);
	const wanted = state.lastChangedAt === null ? fromDates(findings.entryDates, now) : null;
	const interval = wanted ?? fromChanges(state, findings.changes, now);
	return Math.round(Math.min(Math.max(interval, floor), MAX_INTERVAL_SECONDS));
}

/** So many of the newest entries: enough for a mean over a day and a night of most, few enough to follow a change of pace. */
const DATED_ENTRIES = 20;

/** Half of the mean time between the newest entries, with the silence since the last; null where two have no date. */
function fromDates(dates: readonly Date[], now: Date): number | null {
	const past = dates.map((date) => date.getTime()).filter((instant) => instant <= now.getTime());
	const newest = past.sort((a, b) => b - a).slice(0, DATED_ENTRIES);
	const oldest = newest[newest.length - 1];
	if (oldest === undefined || newest.length < 2) return null;
	return (now.getTime() - oldest) / 1000 / newest.length / 2;
}

function fromChanges(
	{ intervalSeconds, lastChangedAt }: { intervalSeconds: number; lastChangedAt: Date | null },
	changes: number,
	now: Date,
): number {
	const longest = intervalSeconds * MOST_LONGER;
	// Nothing has been seen of it yet: it may be empty.
	if (lastChangedAt === null) return changes > 0 ? intervalSeconds : longest;
	const since = Math.max(0, now.getTime() - lastChangedAt.getTime()) / 1000;
	// A silence that is not over says only that the time between two changes is no shorter.
	if (changes === 0) return Math.max(intervalSeconds, Math.min(since / 2, longest));
	return Math.min(Math.max(since / changes / 2, intervalSeconds * MOST_SHORTER), longest);
}
