import { orAborted } from "./deadline.js";

/** Lets only so many at a time through to one place: a host, the archive. */
export interface Gate {
	/**
	 * Waits for a place, first come, first served; call what it answers with to leave, once or more often.
	 * Rejects with the signal's reason if that is aborted first.
	 */
	enter(door: string, signal: AbortSignal): Promise<() => void>;
}

interface Door {
	inside: number;
	waiting: (() => void)[];
}

/** A gate with `places` behind each door. */
export function createGate(places: number): Gate {
	const doors = new Map<string, Door>();

	function leave(host: string, door: Door): void {
		const next = door.waiting.shift();
		if (next) next();
		else if (--door.inside === 0) doors.delete(host);
	}

	return {
		async enter(host, signal) {
			signal.throwIfAborted();
			const door = doors.get(host) ?? { inside: 0, waiting: [] };
			doors.set(host, door);
			let left = false;
			const leaveOnce = () => {
				if (left) return;
				left = true;
				leave(host, door);
			};
			if (door.inside < places) {
				door.inside++;
				return leaveOnce;
			}
			// Whoever leaves hands the place over, so `inside` stays as it is.
			const turn = new Promise<void>((resolve) => door.waiting.push(resolve));
			try {
				await orAborted(turn, signal);
			} catch (error) {
				// The place comes nevertheless, and is passed on.
				void turn.then(leaveOnce);
				throw error;
			}
			return leaveOnce;
		},
	};
}
