/**
 * What a stream of news needs, by arithmetic: what one article costs, as measured, times how many come. Pure. It knows of no caches that
 * become cold and of no queries that become slower as the archive grows: it says where the walls are, not how fast one drives.
 */

/** What was measured on one machine, for one article or one question. Milliseconds are of a processor: those of the clock tell of what else the machine did. */
export interface ScaleInputs {
	/** Where and when, for people. */
	measured: string;
	/** Characters of an article. */
	length: number;
	/** Analysis and preparation in the worker, before its turn to write. */
	readMs: number;
	/** Matching, linking and storing in the worker, during its turn. */
	storeMs: number;
	/** The database, for storing. */
	storeDatabaseMs: number;
	/** Computing the contexts that it changes: worker and database. */
	contextMs: number;
	contextDatabaseMs: number;
	/** Statements, rows written, changes logged, bytes of tables and indexes, bytes of the write-ahead log. */
	statements: number;
	rows: number;
	changes: number;
	bytes: number;
	walBytes: number;
	/** A question for what preceded an event: api process and database. */
	questionMs: number;
	questionDatabaseMs: number;
	/** Commits a second of eight connections at once, without and with a notification each. */
	commits: number;
	notifyingCommits: number;
	/** A change to one subscriber. */
	deliveryMs: number;
}

/** What is wanted. */
export interface ScaleGoal {
	articlesPerMinute: number;
	/** Questions for what preceded, for each article that comes: readers grow with the news. */
	questionsPerArticle: number;
	subscribers: number;
	/** The part of all changes that a subscriber wants, 0–1. */
	wantedPart: number;
}

/** What it takes. Processor figures are cores of the machine that was measured. */
export interface ScaleNeed {
	articlesPerMinute: number;
	/** How busy the writers' lock is; more than 1 cannot be. */
	lockBusy: number;
	/** Archives that the news has to be divided into, so that each one's lock is no busier than `MOST_BUSY`. */
	archives: number;
	workers: number;
	apis: number;
	/** Connections to all databases together. */
	connections: number;
	databaseCores: number;
	/** Of these, those of reads, which replicas can take. */
	readCores: number;
	rowsPerDay: number;
	gbPerDay: number;
	/** What each replica has to be sent. */
	walMbPerSecond: number;
	questionsPerSecond: number;
	/** Deliveries to subscribers. */
	deliveriesPerSecond: number;
	/** What is in the way, and what is done about it. */
	walls: string[];
}

/** Past this part of its time a queue before it grows faster than it is worked off in a busy hour. */
export const MOST_BUSY = 0.7;
/** As the roles have them; one more for each process. */
const POOL = { api: 10, worker: 5 };
/** What a Postgres as it comes gives to clients, less ten for people. */
const ONE_SERVER = { connections: 87, cores: 32 };
const SECONDS_PER_DAY = 86_400;
const GB = 1e9;
const MB = 1e6;

/** What a goal takes, by what was measured. */
export function scaleNeed(inputs: ScaleInputs, goal: ScaleGoal): ScaleNeed {
	const rate = goal.articlesPerMinute / 60;
	const questions = rate * goal.questionsPerArticle;
	const deliveries = rate * inputs.changes * goal.subscribers * goal.wantedPart;
	const lockBusy = (rate * lockMs(inputs)) / 1_000;
	const archives = Math.max(1, Math.ceil(lockBusy / MOST_BUSY));
	const processes = (ms: number) => Math.max(1, Math.ceil(ms / 1_000 / MOST_BUSY));
	const workers = Math.max(archives, processes(rate * (inputs.readMs + inputs.storeMs + inputs.contextMs)));
	const apis = processes(questions * inputs.questionMs + deliveries * inputs.deliveryMs);
	const connections = apis * (POOL.api + 1) + workers * (POOL.worker + 1);
	const readCores = (questions * inputs.questionDatabaseMs) / 1_000;
	const databaseCores = readCores + (rate * (inputs.storeDatabaseMs + inputs.contextDatabaseMs)) / 1_000;
	return {
		articlesPerMinute: goal.articlesPerMinute,
		lockBusy,
		archives,
		workers,
		apis,
		connections,
		databaseCores,
		readCores,
		rowsPerDay: rate * inputs.rows * SECONDS_PER_DAY,
		gbPerDay: (rate * inputs.bytes * SECONDS_PER_DAY) / GB,
		walMbPerSecond: (rate * inputs.walBytes) / MB,
		questionsPerSecond: questions,
		deliveriesPerSecond: deliveries,
		walls: wallsOf({ lockBusy, workers, connections, databaseCores, readCores }),
	};
}

/**
 * How long one article has the writers' lock, of which there is one for each archive: worker and database take turns while it is held. Without what a network and
 * a disk add: a round trip of half a millisecond is little beside it.
 */
export const lockMs = ({ storeMs, storeDatabaseMs }: Pick<ScaleInputs, "storeMs" | "storeDatabaseMs">): number =>
	storeMs + storeDatabaseMs;

function wallsOf(
	need: Pick<ScaleNeed, "lockBusy" | "workers" | "connections" | "databaseCores" | "readCores">,
): string[] {
	const walls: [boolean, string][] = [
		[need.workers > 1 || need.databaseCores > 0.5, "one process (roles)"],
		[need.connections > ONE_SERVER.connections, "connections (a pooler)"],
		[need.readCores > ONE_SERVER.cores / 4, "reads (replicas)"],
		[need.lockBusy > MOST_BUSY, "the writers' lock (several archives)"],
		[need.databaseCores - need.readCores > ONE_SERVER.cores, "cores of one database server (several archives)"],
	];
	return walls.filter(([stands]) => stands).map(([, wall]) => wall);
}

/** How many times as much as one worker N of them store: what is read runs at once, what is written in turns. One worker reads one article while it stores another. */
export function workerSpeedup(inputs: ScaleInputs, workers: number): number {
	// A worker is one thread for all but the waiting for the database.
	const own = inputs.readMs + inputs.storeMs + inputs.contextMs;
	const alone = Math.max(own, lockMs(inputs));
	return Math.min(workers, alone / lockMs(inputs));
}

/** Articles a minute at which the writers' lock is as busy as it may be. */
export const mostPerArchive = (inputs: ScaleInputs): number => (60_000 / lockMs(inputs)) * MOST_BUSY;
