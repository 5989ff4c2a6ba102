import { Duplex } from "node:stream";
import type { EmbeddedThread } from "./embedded-thread.js";

/** What a connection needs of the server it belongs to. */
export interface ConnectionHost {
	/** Milliseconds that one statement may take; 0 for no limit. */
	readonly statementTimeoutMs: number;
	/** Whether sessions are to change nothing. */
	readonly isReadOnly: boolean;
	/** The running thread; started anew if it has ended. */
	thread(): Promise<EmbeddedThread>;
	/** Ends a statement that takes too long, if that is possible. */
	abandonStatement(thread: EmbeddedThread): void;
}

/** A statement took longer than allowed. `code` is what a Postgres server reports for it: query_canceled. */
export class StatementTimeoutError extends Error {
	override readonly name = "StatementTimeoutError";
	readonly code = "57014";
	readonly severity = "ERROR";

	constructor(timeoutMs: number) {
		super(`canceling statement due to statement timeout (${timeoutMs} ms)`);
	}
}

/**
 * In an error of the protocol: Postgres does not trust its memory any more. A server would end all its processes and recover; PGlite goes on with
 * what it has, and answers wrongly.
 */
const PANIC = Buffer.from("VPANIC\0");

const READ_ONLY = "set default_transaction_read_only = on";

/** First byte of the protocol message by which a client says goodbye. */
const TERMINATE = "X".charCodeAt(0);

/** AuthenticationOk, then ReadyForQuery outside of a transaction. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

/**
 * The connection between `pg` and the embedded Postgres: to `pg` it is a socket. What `pg` writes at once (one query,
 * as a rule) goes over as one message.
 */
export class EmbeddedStream extends Duplex {
	readonly #server: ConnectionHost;
	#thread: EmbeddedThread | null = null;
	#welcomed = false;

	constructor(server: ConnectionHost) {
		super();
		this.#server = server;
	}

	/** Called by `pg` where a socket would dial. */
	connect(): this {
		this.#server.thread().then(
			(thread) => {
				if (this.destroyed) return;
				this.#thread = thread;
				this.emit("connect");
			},
			(error: Error) => this.destroy(error),
		);
		return this;
	}

	setNoDelay(): this {
		return this;
	}

	setKeepAlive(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}

	override _read(): void {}

	override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
		this.#send([chunk]);
		done();
	}

	override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
		this.#send(chunks.map(({ chunk }) => chunk));
		done();
	}

	override _final(done: () => void): void {
		this.push(null);
		done();
	}

	#send(messages: Buffer[]): void {
		if (!this.#welcomed) {
			this.#welcomed = true;
			this.#welcome();
			return;
		}
		const asked = messages.filter((message) => message[0] !== TERMINATE);
		if (asked.length > 0) this.#execute(copyOf(asked), (bytes) => this.push(bytes), this.#server.statementTimeoutMs);
	}

	/**
	 * The first message is the greeting. The session behind all connections is the same one: what an earlier one left
	 * (an open transaction, prepared statements, settings) is cleared first. How long that may wait is the pool's business;
	 * but an engine that lets it wait longer than the longest statement has stopped.
	 */
	async #welcome(): Promise<void> {
		const ignore = () => {};
		const limitMs = this.#server.statementTimeoutMs;
		await this.#execute(simpleQuery("rollback"), ignore, limitMs);
		await this.#execute(simpleQuery("discard all"), ignore, limitMs);
		if (this.#server.isReadOnly) await this.#execute(simpleQuery(READ_ONLY), ignore, limitMs);
		if (!this.destroyed) this.push(WELCOME);
	}

	async #execute(bytes: Uint8Array<ArrayBuffer>, onData: (bytes: Buffer) => void, limitMs: number): Promise<void> {
		const timer = limitMs > 0 ? setTimeout(() => this.#abandon(new StatementTimeoutError(limitMs)), limitMs) : null;
		let isLost = false;
		try {
			await this.#thread?.execute(bytes, (piece) => {
				const answer = Buffer.from(piece.buffer);
				isLost ||= answer.includes(PANIC);
				if (!this.destroyed) onData(answer);
			});
			if (isLost) this.#abandon(new Error("The embedded database has failed, and starts again"));
		} catch (error) {
			this.destroy(error instanceof Error ? error : new Error(String(error)));
		} finally {
			if (timer !== null) clearTimeout(timer);
		}
	}

	/** Ends the engine, also where nobody waits for its answer any more: others wait behind it. */
	#abandon(reason: Error): void {
		this.destroy(reason);
		if (this.#thread !== null) this.#server.abandonStatement(this.#thread);
	}
}

/** One array with a memory of its own, which can be handed over to the thread. */
function copyOf(messages: Buffer[]): Uint8Array<ArrayBuffer> {
	const size = messages.reduce((sum, message) => sum + message.length, 0);
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const message of messages) {
		bytes.set(message, at);
		at += message.length;
	}
	return bytes;
}

/** The protocol's simple-query message. */
function simpleQuery(sql: string): Uint8Array<ArrayBuffer> {
	const text = Buffer.from(sql);
	const message = Buffer.alloc(text.length + 6);
	message.write("Q");
	message.writeInt32BE(text.length + 5, 1);
	text.copy(message, 5);
	return copyOf([message]);
}
