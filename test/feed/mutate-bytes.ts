/** Documents made from others by flipped bytes, cuts, doubled and swapped parts; the same for the same seed. */
export function* mutations(documents: readonly Uint8Array[], count: number, seed: number): Generator<Uint8Array> {
	const next = randomNumbers(seed);
	const below = (limit: number): number => Math.floor(next() * limit);
	for (let i = 0; i < count; i++) {
		const source = documents[below(documents.length)] ?? new Uint8Array();
		const bytes = Uint8Array.from(source);
		const flips = 1 + below(20);
		for (let flip = 0; flip < flips; flip++) bytes[below(bytes.length)] = SHARP[below(SHARP.length)] ?? below(256);
		const start = below(bytes.length);
		const end = start + below(bytes.length - start);
		const part = bytes.subarray(start, end);
		yield [
			() => bytes,
			() => bytes.subarray(0, start),
			() => bytes.subarray(start),
			() => joined(bytes.subarray(0, end), part, bytes.subarray(end)),
			() => joined(bytes.subarray(0, start), bytes.subarray(end)),
			() => joined(part, ...Array<Uint8Array>(50).fill(part)),
		][below(6)]?.() ?? bytes;
	}
}

/** Bytes that mean something to a reader of XML, HTML, JSON or of encodings. */
const SHARP = [...Buffer.from("<>&;\"'/!?[]-={}:\\ \n#x%"), 0, 0x1b, 0x80, 0xc3, 0xe2, 0xef, 0xfe, 0xff];

function joined(...parts: Uint8Array[]): Uint8Array {
	return new Uint8Array(Buffer.concat(parts));
}

/** Pseudo-random numbers in [0, 1), mulberry32. */
function randomNumbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
