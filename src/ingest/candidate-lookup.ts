import type { Term } from "../language/terms.js";

/** By which terms events are looked for: those that have any of `any`, and those that have both a `lead` and one of its `others`. */
export interface TermLookup {
	any: Term[];
	pairs: { lead: Term; others: Term[] }[];
}

/** Of the events with one term, about one in ten has a given other term of the same mention or article: terms that are told together recur together. */
const SECOND_TERM_KEEPS = 0.1;
/** Pairs are made with so many of the rarest terms at most; each is a look into the index. */
const MAX_LEADS = 3;

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
