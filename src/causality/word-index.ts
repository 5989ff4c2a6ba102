import type { ReportWords } from "./report-words.js";

/** Reports as lists of words that are numbered from 0 on. */
export interface WordIndex {
	documents: Int32Array[];
	/** By word as the report has it. */
	numbers: ReadonlyMap<number, number>;
	/** By number: the weight, and whether any report writes it as a name. */
	weight: Float64Array;
	isName: Uint8Array;
	/** By number: where its documents begin in `holders`; the last one is the end. */
	from: Int32Array;
	/** The documents that have each word, in their order. */
	holders: Int32Array;
	/** By document: sum of the weights, and length of the vector. */
	total: Float64Array;
	length: Float64Array;
}

/** Linear in the words of the reports. */
export function indexWords(reports: readonly ReportWords[]): WordIndex {
	const most = reports.reduce((sum, { words }) => sum + words.length, 0);
	const numbers = new Map<number, number>();
	const frequency = new Int32Array(most + 1);
	const isName = new Uint8Array(most);
	const documents = reports.map(({ words, names }) => {
		const document = new Int32Array(words.length);
		for (let place = 0; place < words.length; place++) {
			const word = words[place] as number;
			let number = numbers.get(word);
			if (number === undefined) {
				number = numbers.size;
				numbers.set(word, number);
			}
			document[place] = number;
			(frequency[number] as number)++;
			if (place < names) isName[number] = 1;
		}
		return document;
	});
	const weight = new Float64Array(numbers.size);
	const from = new Int32Array(numbers.size + 1);
	for (let word = 0; word < weight.length; word++) {
		weight[word] = Math.log(1 + reports.length / (frequency[word] as number));
		from[word + 1] = (from[word] as number) + (frequency[word] as number);
	}
	const holders = new Int32Array(most);
	const next = from.slice();
	const total = new Float64Array(documents.length);
	const length = new Float64Array(documents.length);
	for (let at = 0; at < documents.length; at++) {
		let squares = 0;
		for (const word of documents[at] as Int32Array) {
			const own = weight[word] as number;
			holders[(next[word] as number)++] = at;
			(total[at] as number) += own;
			squares += own ** 2;
		}
		length[at] = Math.sqrt(squares);
	}
	return { documents, numbers, weight, isName, from, holders, total, length };
}

/** Makes cosines of the first `count` scalar products with a vector of a length. @returns the greatest. */
export function normalise(products: Float64Array, length: Float64Array, own: number, count: number): number {
	let most = 0;
	for (let other = 0; other < count; other++) {
		const product = products[other] as number;
		if (product === 0) continue;
		const cosine = product / (own * (length[other] as number));
		products[other] = cosine;
		if (cosine > most) most = cosine;
	}
	return most;
}

/** The scalar products of a document and of each one before `end`, into `products`. */
export function multiply(
	{ documents, weight, from, holders }: WordIndex,
	at: number,
	end: number,
	products: Float64Array,
): void {
	products.fill(0, 0, end);
	for (const word of documents[at] as Int32Array) {
		const square = (weight[word] as number) ** 2;
		const last = from[word + 1] as number;
		for (let place = from[word] as number; place < last && (holders[place] as number) < end; place++)
			(products[holders[place] as number] as number) += square;
	}
}
