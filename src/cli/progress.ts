/** A progress line for long work. */
export interface Progress {
	/** Called after each piece of work; prints at most once a second on a terminal, every ten seconds elsewhere. */
	tick: () => void;
	end: () => void;
}

/** Nothing is printed for work shorter than this: a progress line for an instant is noise. */
const QUIET_MS = 2_000;

/** @param describe what has been done so far, in a few words. */
export function createProgress(
	output: NodeJS.WriteStream,
	describe: () => string,
	now: () => number = Date.now,
): Progress {
	const started = now();
	const interval = output.isTTY ? 1_000 : 10_000;
	let last = started + QUIET_MS - interval;
	let printed = false;
	const print = () => {
		const seconds = (now() - started) / 1000;
		output.write(
			`${output.isTTY ? "\r\x1b[K" : ""}${describe()} in ${seconds.toFixed(0)} s${output.isTTY ? "" : "\n"}`,
		);
		printed = true;
	};
	return {
		tick: () => {
			if (now() - last < interval) return;
			last = now();
			print();
		},
		end: () => {
			if (printed && output.isTTY) output.write("\n");
		},
	};
}
