import type pg from "pg";
import type { Prisma } from "../../generated/prisma/client.js";

/**
 * Who asks which web server. A worker leases a host, does what is due there one request after the other, and gives it back; so
 * no feed is polled twice at once and no server is asked by two at a time, in however many processes. All instants are by the
 * database's clock.
 *
 * While a host is leased, what was due there is due when the lease ends: a host whose worker died is taken over then. Work that
 * comes in meanwhile moves that forward, and giving back keeps it.
 */
export interface LeasedHost {
	name: string;
	robots: string | null;
	robotsAllow: boolean;
	robotsFetchedAt: Date | null;
}

/** The two kinds of work at a host. Polling is quick, and must not wait behind all that polls have brought. */
export type HostWork = "feeds" | "entries";

/** Longer than any one request with what follows it takes; a lease is renewed before each. */
export const LEASE_SECONDS = 120;

type Queryable = Pick<pg.Pool, "query">;

/** Leases hosts at which work of a kind is due, longest due first. One statement. */
export async function leaseHosts(db: Queryable, owner: string, work: HostWork, count: number): Promise<LeasedHost[]> {
	const due = `"${work}DueAt"`;
	const { rows } = await db.query<LeasedHost>({
		name: `lease-${work}`,
		text: `
			with due as (
				select name from "Host" where ${due} <= now() and ("leasedUntil" is null or "leasedUntil" <= now())
				order by ${due} limit $2 for update skip locked
			), lease as (select (now() + $3 * interval '1 second')::timestamptz(3) as until)
			update "Host" h set "leasedBy" = $1, "leasedUntil" = lease.until,
				"feedsDueAt" = case when h."feedsDueAt" is not null then lease.until end,
				"entriesDueAt" = case when h."entriesDueAt" is not null then lease.until end
			from due, lease where h.name = due.name
			returning h.name, h.robots, h."robotsAllow", h."robotsFetchedAt"`,
		values: [owner, count, LEASE_SECONDS],
	});
	return rows;
}

/** Makes the lease last `LEASE_SECONDS` from now. @returns false where it has run out and the host is somebody else's. */
export async function renewLease(db: Queryable, owner: string, host: string): Promise<boolean> {
	const { rowCount } = await db.query({
		name: "renew-lease",
		text: `
			update "Host" h set "leasedUntil" = lease.until,
				"feedsDueAt" = case when h."feedsDueAt" = h."leasedUntil" then lease.until else h."feedsDueAt" end,
				"entriesDueAt" = case when h."entriesDueAt" = h."leasedUntil" then lease.until else h."entriesDueAt" end
			from (select (now() + $3 * interval '1 second')::timestamptz(3) as until) lease
			where h.name = $2 and h."leasedBy" = $1 and h."leasedUntil" > now()`,
		values: [owner, host, LEASE_SECONDS],
	});
	return rowCount === 1;
}

/**
 * Gives a host back, due when the next of its feeds and entries are. Entries that wait already put it at the end of the queue, behind
 * the hosts that were due before now.
 * @param pauseSeconds how long it is to be asked for no page at least.
 */
export async function releaseHost(db: Queryable, owner: string, host: string, pauseSeconds: number): Promise<void> {
	await db.query({
		name: "release-host",
		text: `
			update "Host" set "leasedBy" = null, "leasedUntil" = null,
				"feedsDueAt" = least(
					nullif("feedsDueAt", "leasedUntil"),
					(select min("nextFetchAt") from "Feed" where host = $2)),
				"entriesDueAt" = (
					select case when next.at is not null then greatest(next.at, date_trunc('milliseconds', now()) + $3 * interval '1 second') end
					from (select least(
						nullif("entriesDueAt", "leasedUntil"),
						(select min("dueAt") from "FeedEntry" where host = $2)) as at) next)
			where name = $2 and "leasedBy" = $1`,
		values: [owner, host, pauseSeconds],
	});
}

/** Ends every lease: for a process that knows that it is the only one. What was under way is due at once. */
export async function endAllLeases(db: Queryable): Promise<void> {
	await db.query(
		`update "Host" set "leasedBy" = null, "leasedUntil" = null, "feedsDueAt" = least("feedsDueAt", now()),
			"entriesDueAt" = least("entriesDueAt", now()) where "leasedBy" is not null`,
	);
}

/**
 * Notes that work is due at hosts, which are made known where they are not. One statement; rows are locked in the order of
 * their names, so that two writers never wait for each other.
 */
export async function scheduleHosts(
	tx: Pick<Prisma.TransactionClient, "$executeRaw">,
	due: readonly { host: string; work: HostWork; at: Date }[],
): Promise<void> {
	if (due.length === 0) return;
	await tx.$executeRaw`
		insert into "Host" as h (name, "feedsDueAt", "entriesDueAt")
		select d.host, min(d.at) filter (where d.work = 'feeds'), min(d.at) filter (where d.work = 'entries')
		from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as d(host text, work text, at timestamptz)
		group by d.host order by d.host
		on conflict (name) do update set
			"feedsDueAt" = least(h."feedsDueAt", excluded."feedsDueAt"),
			"entriesDueAt" = least(h."entriesDueAt", excluded."entriesDueAt")`;
}

/** Keeps what a host said to robots. One statement. */
export async function storeRobots(
	db: Queryable,
	host: string,
	robots: string | null,
	robotsAllow: boolean,
): Promise<void> {
	await db.query({
		name: "store-robots",
		text: `update "Host" set robots = $2, "robotsAllow" = $3, "robotsFetchedAt" = now() where name = $1`,
		values: [host, robots, robotsAllow],
	});
}
