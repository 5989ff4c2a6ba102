import { expect } from "vitest";
import { publicId } from "../../src/public-id.js";
import { articleChanges, writeLog } from "../changes/write-log.js";
import type { TestDatabase } from "../test-database.js";
import { type CuttableWay, openCuttableWay } from "./cut-connections.js";
import type { ChangesData } from "./served-world.js";

/** How a client package subscribes: it tells each message, and when it is over, however. @returns what ends it. */
export type Subscribe = (
	way: CuttableWay,
	after: string | null,
	onMessage: (change: ChangesData["changes"]) => void,
	onEnd: () => void,
) => () => void;

/** Each time other objects change, so that what one reads is not of another. */
let objects = 0;

const CUTS = 3;
const CHANGES = 12;

/** Follows the log as the README says, with the cursor of the last message, while the connection is cut: each change comes once, in order. */
export async function followThroughCuts(
	{ db, url }: { db: TestDatabase; url: string },
	subscribe: Subscribe,
): Promise<void> {
	const way = await openCuttableWay(url);
	const seen: string[] = [];
	let after: string | null = null;
	let ends = 0;
	let isDone = false;
	let stop = () => {};
	let wake = () => {};
	const follow = () => {
		stop = subscribe(
			way,
			after,
			({ cursor, nodeId }) => {
				after = cursor;
				if (nodeId) seen.push(nodeId);
				wake();
			},
			() => {
				ends++;
				if (!isDone) setTimeout(follow, 50);
				wake();
			},
		);
	};
	const until = async (holds: () => boolean) => {
		while (!holds())
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
	};
	try {
		follow();
		await until(() => after !== null);
		const first = objects + 1;
		objects += CHANGES * (CUTS + 1);
		let written = 0;
		for (let cut = 0; cut <= CUTS; cut++) {
			for (; written < (cut + 1) * CHANGES; written++) await writeLog(db, articleChanges(1, first + written));
			// Somewhere amid them, and never at the same place.
			if (cut < CUTS) {
				await until(() => seen.length > written - CHANGES + cut);
				way.cut();
			}
		}
		await until(() => seen.length >= written);
		expect(seen).toEqual(articleChanges(written, first).map(({ nodeId }) => publicId("Article", nodeId)));
		expect(ends).toBe(CUTS);
		isDone = true;
		await way.close();
		await until(() => ends > CUTS);
	} finally {
		isDone = true;
		stop();
		await way.close();
	}
}
