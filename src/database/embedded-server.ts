import { type ConnectionHost, EmbeddedStream } from "./embedded-stream.js";
import { EmbeddedThread } from "./embedded-thread.js";
import { freeBytes } from "./free-space.js";

export interface EmbeddedOptions {
	/** The directory of the database; null for one in memory. */
	dataDir: string | null;
	/** File from which a new database starts, made from `dump()`. */
	snapshot: string | null;
}

/**
 * The log of changes grows by files of so many bytes. Where there is no room for the next one, the engine stops in the middle of what it does and
 * answers nothing any more, readers included.
 */
const LOG_FILE_BYTES = 16 * 2 ** 20;

/** Below so much free space nothing is written: room for one file of the log, and for what readers tidy up meanwhile. */
const LEAST_FREE_BYTES = 2 * LOG_FILE_BYTES;

/**
 * An embedded Postgres as `pg` sees a server: something that gives out connections. PGlite has one session, so there
 * is one connection at a time: give the pool `max: 1`.
 */
export class EmbeddedServer implements ConnectionHost {
	readonly #options: EmbeddedOptions;
	#thread: Promise<EmbeddedThread> | null;
	/** What `#thread` gives, once it does. */
	#running: EmbeddedThread | null;
	/** Settles when the thread that was ended last is gone: two may not have the directory open. */
	#ending: Promise<void> = Promise.resolve();
	#closed = false;
	/**
	 * Milliseconds that one statement may take; 0 for no limit. PGlite cannot cancel a statement, so past the limit the
	 * connection breaks; if the database is on disk its thread is ended too, and the next connection starts it anew.
	 */
	statementTimeoutMs = 0;
	/** Whether sessions are to change nothing, since there is no room. */
	isReadOnly = false;

	private constructor(options: EmbeddedOptions, thread: EmbeddedThread) {
		this.#options = options;
		this.#thread = Promise.resolve(thread);
		this.#running = thread;
		this.#forgetWhenEnded(thread);
	}

	static async start(options: EmbeddedOptions): Promise<EmbeddedServer> {
		return new EmbeddedServer(options, await EmbeddedThread.start(options));
	}

	/** A new connection, to be given to `pg` as its `stream`. */
	openStream(): EmbeddedStream {
		return new EmbeddedStream(this);
	}

	/** The running thread; started anew if it has ended. */
	thread(): Promise<EmbeddedThread> {
		if (this.#closed) return Promise.reject(new Error("The embedded database is closed"));
		this.#thread ??= this.#restart();
		return this.#thread;
	}

	/** Ends a statement that takes too long, or an engine that has failed. What was committed before stays; in memory nothing can be ended. */
	abandonStatement(thread: EmbeddedThread): void {
		if (this.#options.dataDir === null || this.#running !== thread) return;
		this.#thread = null;
		this.#running = null;
		this.#ending = thread.kill();
	}

	/** Looks how much room there is. @returns whether `isReadOnly` is another than before. */
	checkSpace(): boolean {
		const before = this.isReadOnly;
		const { dataDir } = this.#options;
		this.isReadOnly = dataDir !== null && freeBytes(dataDir) < LEAST_FREE_BYTES;
		return this.isReadOnly !== before;
	}

	/** The whole database as a tar archive. */
	async dump(): Promise<Uint8Array> {
		return (await this.thread()).dump();
	}

	/** Shuts down in order. A statement that still runs is given `graceMs`. */
	async close(graceMs = 5_000): Promise<void> {
		this.#closed = true;
		await this.#ending;
		const thread = await this.#thread?.catch(() => null);
		if (!thread) return;
		const timer = setTimeout(() => thread.kill(), graceMs);
		await thread.close();
		clearTimeout(timer);
	}

	async #restart(): Promise<EmbeddedThread> {
		const { dataDir } = this.#options;
		if (dataDir === null) throw new Error("The embedded database has ended, and its data in memory with it");
		try {
			await this.#ending;
			// To recover it may need a file of the log, and without room for it would say nothing.
			if (freeBytes(dataDir) < LOG_FILE_BYTES)
				throw new Error(
					`No space left on device: the embedded database needs ${LOG_FILE_BYTES / 2 ** 20} MB to start again`,
				);
			const thread = await EmbeddedThread.start(this.#options);
			this.#running = thread;
			this.#forgetWhenEnded(thread);
			return thread;
		} catch (error) {
			this.#thread = null;
			throw error;
		}
	}

	#forgetWhenEnded(thread: EmbeddedThread): void {
		const current = this.#thread;
		thread.ended.then(() => {
			if (this.#thread === current) this.#thread = null;
			if (this.#running === thread) this.#running = null;
		});
	}
}
