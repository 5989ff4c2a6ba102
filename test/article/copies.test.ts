import { describe, expect, it } from "vitest";
import { decideOriginal } from "../../src/article/find-original.js";
import {
	bandKeys,
	isCopy,
	signatureBytes,
	signatureFromBytes,
	signatureOf,
	similarity,
} from "../../src/article/signature.js";

const WIRE = `A freight train left the rails near Brenholt on Tuesday morning after a landslide blocked the eastbound track, the railway
said. Nobody was hurt. The line between Brenholt and Aas will stay closed until Friday while engineers clear the slope and inspect
the bridge, which the derailed wagons damaged. About forty passenger services a day are replaced by buses. The landslide followed
three days of rain, and the water authority had warned on Monday that the hillside was unstable.`;
const RETOLD = `Bus services are replacing trains in the Brenholt valley. Early on Tuesday a goods train derailed there when it ran into mud
that had come down onto the track. The operator reported no injuries but expects repairs to take until the end of the week, because
a bridge was hit by several wagons. Rain had been falling for days, and officials had called the slope dangerous a day earlier.`;

describe("copies of one wire", () => {
	it("are recognised through a dropped paragraph, another headline, other quotes and line breaks", () => {
		const edited = `Train derails near Brenholt\n\n${WIRE.replace(/About forty[^.]*\./, "")
			.replace(/\n/g, " ")
			.toUpperCase()}`;
		expect(isCopy(signatureOf(WIRE), signatureOf(edited))).toBe(true);
		expect(bandKeys(signatureOf(WIRE)).some((key) => bandKeys(signatureOf(edited)).includes(key))).toBe(true);
	});

	it("are not mistaken for the same news in other words", () => {
		expect(similarity(signatureOf(WIRE), signatureOf(RETOLD))).toBeLessThan(0.2);
	});

	it("are not looked for in a text of a few words", () => {
		expect(signatureOf("Weather for Tuesday: rain").length).toBe(0);
		expect(isCopy(signatureOf("Weather: rain"), signatureOf("Weather: rain"))).toBe(false);
	});

	it("keep their signature in the database", () => {
		expect(signatureFromBytes(signatureBytes(signatureOf(WIRE)))).toEqual(signatureOf(WIRE));
	});
});

describe("who copied whom", () => {
	const signature = signatureOf(WIRE);
	const at = (hour: number) => new Date(Date.UTC(2026, 2, 3, hour));
	const original = { id: "a", isBasedOnId: null, publishedAt: at(8), signature };

	it("is settled by who published first", () => {
		expect(decideOriginal({ signature, publishedAt: at(9) }, [original])).toEqual({ kind: "copy", originalId: "a" });
		expect(decideOriginal({ signature, publishedAt: at(7) }, [original])).toEqual({
			kind: "earlier",
			formerOriginalId: "a",
		});
	});

	it("leads past a copy to its original", () => {
		const copy = { id: "b", isBasedOnId: "a", publishedAt: at(9), signature };
		expect(decideOriginal({ signature, publishedAt: at(10) }, [copy, original])).toEqual({
			kind: "copy",
			originalId: "a",
		});
	});

	it("leaves a text of its own an original", () => {
		expect(decideOriginal({ signature: signatureOf(RETOLD), publishedAt: at(9) }, [original])).toEqual({
			kind: "original",
		});
	});
});
