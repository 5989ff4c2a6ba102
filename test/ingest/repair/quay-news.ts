import type { SubmittedArticle } from "../../../src/article/article-draft.js";
import { COLLAPSE, COPY, DENIAL, STRIKE } from "../harbour-news.js";

/** What follows on the news of `harbour-news.ts`, made up too: more reports of the same, and what came of it. */
const article = (
	outlet: string,
	path: string,
	publishedAt: string,
	headline: string,
	text: string,
): SubmittedArticle => ({
	url: `https://${outlet}.example/${path}`,
	headline,
	text,
	publishedAt,
	language: "en",
	source: { name: outlet, homepage: `https://${outlet}.example/` },
});

/** The collapse, in words of another outlet's own. */
export const COLLAPSE_AGAIN = article(
	"herald",
	"osborne-quay",
	"2026-03-02T15:00:00Z",
	"Osborne Quay at Port Selway collapses, injuring four dockers",
	`Four dockers were injured on Monday when part of the Osborne Quay at Port Selway collapsed under a crane, the harbour authority said.

The crane slid into the basin as a container ship was being unloaded. Port Selway is closed to shipping.`,
);

/** The strike, in words of another outlet's own. */
export const STRIKE_AGAIN = article(
	"herald",
	"dockers-out",
	"2026-03-05T20:00:00Z",
	"Dockers strike at Port Selway over safety of quays",
	`Hundreds of dockers at Port Selway went on strike on Thursday over the safety of the quays, and the Dockers Union said the strike would go on until every quay had been inspected.

The strike was triggered by the collapse of the Osborne Quay on March 2.`,
);

export const RESIGNATION = article(
	"courier",
	"minister-resigns",
	"2026-03-09T12:00:00Z",
	"Transport minister Edda Voss resigns",
	`Transport minister Edda Voss resigned on Monday because of the strike of the dockers at Port Selway.

"I can no longer do my work," Voss told reporters in the capital.

What preceded

On March 5, dockers at Port Selway went on strike over the safety of the quays. The strike was a response to the collapse of the Osborne Quay on March 2.`,
);

export const SHORTAGE = article(
	"ledger",
	"fruit-short",
	"2026-03-10T08:00:00Z",
	"Fruit runs short in the capital's markets",
	`Fruit ran short in the markets of the capital on Tuesday because dockers at Port Selway have been on strike since March 5.

Traders said that prices of oranges had doubled.`,
);

export const INQUIRY = article(
	"tidings",
	"inquiry-opens",
	"2026-03-11T08:00:00Z",
	"Parliament opens inquiry into Port Selway collapse",
	`Parliament opened an inquiry on Wednesday into the collapse of the Osborne Quay at Port Selway on March 2.

The inquiry was prompted by the resignation of transport minister Edda Voss on March 9, its chairman said.`,
);

/** In the order of publication. */
export const QUAY_NEWS: readonly SubmittedArticle[] = [
	COLLAPSE,
	COPY,
	COLLAPSE_AGAIN,
	STRIKE,
	STRIKE_AGAIN,
	DENIAL,
	RESIGNATION,
	SHORTAGE,
	INQUIRY,
];
