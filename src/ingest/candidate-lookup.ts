import type { Term } from "../language/terms.js";

/** By which terms events are looked for: those that have any of `any`, and those that have both a `lead` and one of its `others`. */
export interface TermLookup {
	any: Term[];
	pairs: TermPair[];
}

/** Events that have `lead` and one of `others`. */
export interface TermPair {
	lead: Term;
	others: Term[];
}

/** Of the events with one term, about one in ten has a given other term of the same mention or article: terms that are told together recur together. */
const SECOND_TERM_KEEPS = 0.1;
/** Pairs are made with so many of the rarest terms at most; each is a look into the index. */
const MAX_LEADS = 2;

/**
 * Chooses terms to look for events by, so that what is found, and has to be ranked, does not grow with the archive: the rarest terms as long as the
 * documents that have them do not add up to more than `hits`, and of the commoner ones two at a time. While the archive is
 * small, that is all terms. Terms too common even for that find nothing: of events that share only those there is no end.
 */
export function decideLookup(terms: readonly Term[], documentsOf: (term: Term) => number, hits: number): TermLookup {
	const rarest = [...new Set(terms)]
		.map((term) => ({ term, documents: documentsOf(term) }))
		.sort((a, b) => a.documents - b.documents || (a.term < b.term ? -1 : 1));
	const any: Term[] = [];
	let sum = 0;
	for (const { term, documents } of rarest) {
		sum += documents;
		if (sum > hits) break;
		any.push(term);
	}
	const common = rarest.slice(any.length);
	const pairs = common.slice(0, MAX_LEADS).flatMap(({ term, documents }, index) => {
		const others = common.slice(index + 1).map((other) => other.term);
		return documents * SECOND_TERM_KEEPS > hits || others.length === 0 ? [] : [{ lead: term, others }];
	});
	return { any, pairs };
}

/** One pair for each lead: mentions of one article have most of their terms in common, and what one of them did not ask for its ranking leaves out. */
export function joinPairs(pairs: readonly TermPair[]): TermPair[] {
	const others = new Map<Term, Set<Term>>();
	for (const pair of pairs) {
		const known = others.get(pair.lead);
		if (known) for (const other of pair.others) known.add(other);
		else others.set(pair.lead, new Set(pair.others));
	}
	return [...others].map(([lead, joined]) => ({ lead, others: [...joined] }));
}
