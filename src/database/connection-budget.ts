import type pg from "pg";

/** How many connections a server has for a user, and how many are taken. */
export interface ServerConnections {
	/** `max_connections`, less those that the server keeps for its administrators. */
	allowed: number;
	/** Connections of all clients now, whatever their database; those of this process among them. */
	taken: number;
	/** Of these, the ones of this process. */
	own: number;
}

/** Whether a process like this one has its connections, and how many more like it would. */
export interface ConnectionBudget {
	/** `never`: it could not have them if it were alone. `tight`: not while others have theirs. */
	kind: "fits" | "tight" | "never";
	/** Connections that this process may take at most. */
	most: number;
	/** Connections that are left for others when this process has all of its own; 0 at least. */
	left: number;
	/** Processes like this one for which that is enough. */
	moreLikeIt: number;
}

/** Weighs what a process may take at most against what the server has. */
export function decideBudget(most: number, { allowed, taken, own }: ServerConnections): ConnectionBudget {
	const left = allowed - (taken - own) - most;
	const kind = most > allowed ? "never" : left < 0 ? "tight" : "fits";
	return { kind, most, left: Math.max(0, left), moreLikeIt: Math.max(0, Math.floor(left / most)) };
}

/** Asks the server over the connections of this process, which are all that it has then. */
export async function readServerConnections(pool: Pick<pg.Pool, "query" | "totalCount">): Promise<ServerConnections> {
	const { rows } = await pool.query<Omit<ServerConnections, "own">>(
		`select least(
				current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
					- coalesce(current_setting('reserved_connections', true), '0')::int,
				nullif((select rolconnlimit from pg_roles where rolname = current_user), -1),
				nullif((select datconnlimit from pg_database where datname = current_database()), -1)) as allowed,
			(select count(*)::int from pg_stat_activity where backend_type = 'client backend') as taken`,
	);
	if (!rows[0]) throw new Error("the server does not say how many connections it has");
	return { ...rows[0], own: pool.totalCount };
}
