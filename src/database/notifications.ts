import pg from "pg";

/** What is woken by the notifications of one channel (LISTEN), until it is closed. */
export interface Listening {
	/** Whether notifications arrive now. While they do not, and when they do again, look for yourself. */
	isUp(): boolean;
	close(): Promise<void>;
}

/**
 * Calls `wake` after each notification on a channel (a plain name), and whenever listening begins or ends, since something may have been missed
 * or will be. A notification is a hint and never the truth: it may come twice, late, or not at all.
 */
export type Listen = (channel: string, wake: () => void) => Listening;

/** Between two attempts to listen again: a server that is restarting takes about as long. */
const RETRY_MS = 1_000;

/**
 * Listens to a server on a connection of its own, which is made again when it is lost. A pooler that hands out connections by transaction
 * passes no notifications on.
 */
export function listenToServer(options: pg.ClientConfig): Listen {
	return (channel, wake) => {
		let client: pg.Client | null = null;
		let timer: NodeJS.Timeout | undefined;
		let isUp = false;
		let isClosed = false;
		const lose = (lost: pg.Client) => {
			if (client !== lost) return;
			client = null;
			isUp = false;
			wake();
			lost.end().catch(() => {});
			if (!isClosed) timer = setTimeout(connect, RETRY_MS);
		};
		const connect = () => {
			const made = new pg.Client(options);
			client = made;
			made.on("error", () => lose(made));
			made.on("end", () => lose(made));
			made.on("notification", wake);
			made
				.connect()
				.then(() => made.query(`listen ${channel}`))
				.then(
					() => {
						if (client !== made) return;
						isUp = true;
						wake();
					},
					() => lose(made),
				);
		};
		connect();
		return {
			isUp: () => isUp,
			close: async () => {
				isClosed = true;
				clearTimeout(timer);
				const last = client;
				client = null;
				isUp = false;
				await last?.end().catch(() => {});
			},
		};
	};
}

/**
 * Listens on the one connection of an embedded database: what it commits itself it is told of itself. `watch` is to be called with every
 * connection that is made, before anybody has it.
 */
export function listenOnOwnConnection(): {
	watch(client: pg.ClientBase): Promise<void>;
	listenOn(pool: pg.Pool): Listen;
} {
	const wakes = new Map<string, Set<() => void>>();
	return {
		watch: async (client) => {
			client.on("notification", ({ channel }) => {
				for (const wake of wakes.get(channel) ?? []) wake();
			});
			for (const channel of wakes.keys()) await client.query(`listen ${channel}`);
			for (const each of wakes.values()) for (const wake of each) wake();
		},
		listenOn: (pool) => (channel, wake) => {
			const known = wakes.get(channel) ?? new Set();
			wakes.set(channel, known.add(wake));
			let isUp = false;
			pool.query(`listen ${channel}`).then(
				() => {
					isUp = known.has(wake);
					wake();
				},
				() => {},
			);
			return {
				isUp: () => isUp,
				close: async () => {
					known.delete(wake);
					isUp = false;
				},
			};
		},
	};
}
