import type pg from "pg";
import type { Prisma } from "../../generated/prisma/client.js";

/**
 * Who asks which web server. A worker leases a host, does what is due there one request after the other, and gives it back; so
 * no feed is polled twice at once and no server is asked by two at a time, in however many processes. All instants are by the database's clock.
 *
 * `dueAt` of a leased host is the end of its lease: a host whose worker died is due again then. Work that comes in meanwhile
 * moves `dueAt` forward, and giving back keeps it.
 */
export interface LeasedHost {
	name: string;
	robots: string | null;
	robotsAllow: boolean;
	robotsFetchedAt: Date | null;
}

/** Longer than any one request with what follows it takes; a lease is renewed before each. */
export const LEASE_SECONDS = 120;

type Queryable = Pick<pg.Pool, "query">;

/** Leases hosts at which something is due, longest due first. One statement. */
export async function leaseHosts(db: Queryable, owner: string, count: number): Promise<LeasedHost[]> {
	const { rows } = await db.query<LeasedHost>({
		name: "lease-hosts",
		text: `
			with due as (
				select name from "Host" where "dueAt" <= now() and ("leasedUntil" is null or "leasedUntil" <= now())
				order by "dueAt" limit $2 for update skip locked
			)
			update "Host" h set "leasedBy" = $1, "leasedUntil" = now() + $3 * interval '1 second', "dueAt" = now() + $3 * interval '1 second'
			from due where h.name = due.name
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
			update "Host" set "leasedUntil" = now() + $3 * interval '1 second',
				"dueAt" = case when "dueAt" = "leasedUntil" then now() + $3 * interval '1 second' else "dueAt" end
			where name = $2 and "leasedBy" = $1 and "leasedUntil" > now()`,
		values: [owner, host, LEASE_SECONDS],
	});
	return rowCount === 1;
}

/**
 * Gives a host back, due when the next of its feeds or entries is. Work that waits already puts it at the end of the queue, behind
 * the hosts that were due before now.
 * @param pauseSeconds how long the host is to be left alone at least.
 */
export async function releaseHost(db: Queryable, owner: string, host: string, pauseSeconds: number): Promise<void> {
	await db.query({
		name: "release-host",
		text: `
			update "Host" set "leasedBy" = null, "leasedUntil" = null, "dueAt" = (
				select case when next.at is not null then greatest(next.at, now() + $3 * interval '1 second') end
				from (select least(
					nullif("dueAt", "leasedUntil"),
					(select min("nextFetchAt") from "Feed" where host = $2),
					(select min("dueAt") from "FeedEntry" where host = $2)) as at) next)
			where name = $2 and "leasedBy" = $1`,
		values: [owner, host, pauseSeconds],
	});
}

/**
 * Notes that something is due at hosts, which are made known where they are not. One statement; rows are locked in the order of
 * their names, so that two writers never wait for each other.
 */
export async function scheduleHosts(
	tx: Pick<Prisma.TransactionClient, "$executeRaw">,
	due: readonly { host: string; at: Date }[],
): Promise<void> {
	if (due.length === 0) return;
	await tx.$executeRaw`
		insert into "Host" as h (name, "dueAt")
		select d.host, min(d.at) from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as d(host text, at timestamptz)
		group by d.host order by d.host
		on conflict (name) do update set "dueAt" = least(h."dueAt", excluded."dueAt")`;
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
