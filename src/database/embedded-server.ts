import { type ConnectionHost, EmbeddedStream } from "./embedded-stream.js";
import { EmbeddedThread } from "./embedded-thread.js";

export interface EmbeddedOptions {
	/** The directory of the database; null for one in memory. */
	dataDir: string | null;
	/** File from which a new database starts, made from `dump()`. */
	snapshot: string | null;
}

/**
 * An embedded Postgres as `pg` sees a server: something that gives out connections. PGlite has one session, so there
 * is one connection at a time: give the pool `max: 1`.
 */
export class EmbeddedServer implements ConnectionHost {
	readonly #options: EmbeddedOptions;
	#thread: Promise<EmbeddedThread> | null;
	/** Settles when the thread that was ended last is gone: two may not have the directory open. */
	#ending: Promise<void> = Promise.resolve();
	#closed = false;
	/**
	 * Milliseconds that one statement may take; 0 for no limit. PGlite cannot cancel a statement, so past the limit the
	 * connection breaks; if the database is on disk its thread is ended too, and the next connection starts it anew.
	 */
	statementTimeoutMs = 0;

	private constructor(options: EmbeddedOptions, thread: EmbeddedThread) {
		this.#options = options;
		this.#thread = Promise.resolve(thread);
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

	/** Ends a statement that takes too long. What was committed before stays; in memory nothing can be ended. */
	abandonStatement(thread: EmbeddedThread): void {
		if (this.#options.dataDir === null) return;
		this.#thread = null;
		this.#ending = thread.kill();
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
		if (this.#options.dataDir === null)
			throw new Error("The embedded database has ended, and its data in memory with it");
		try {
			await this.#ending;
			const thread = await EmbeddedThread.start(this.#options);
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
		});
	}
}
