import type { SubmittedArticle } from "../../src/article/article-draft.js";

/** A small run of news, made up: a quay collapses, dockers strike over it, a minister resigns. Told by four outlets. This makes one of its articles. */
export const article = (
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

export const COLLAPSE = article(
	"tidings",
	"quay-collapses",
	"2026-03-02T10:00:00Z",
	"Quay collapses at Port Selway, four dockers hurt",
	`PORT SELWAY - A section of the Osborne Quay at Port Selway collapsed on Monday morning, injuring four dockers, the harbour authority said.

The quay, built in 1931, gave way at about 7:40 a.m. while a container ship was being unloaded. A crane slid into the basin. The port has been closed to shipping since then, the authority said in a statement to reporters at the harbour office.`,
);

/** The same wire at another outlet: another headline, the last sentence dropped. */
export const COPY = article(
	"evening",
	"port-accident",
	"2026-03-02T12:30:00Z",
	"Dockers injured as quay gives way",
	COLLAPSE.text.replace(
		" The port has been closed to shipping since then, the authority said in a statement to reporters at the harbour office.",
		"",
	),
);

export const STRIKE = article(
	"courier",
	"dockers-strike",
	"2026-03-05T18:00:00Z",
	"Dockers at Port Selway walk out over safety",
	`Dockers at Port Selway went on strike on Thursday and said they would not return before every quay had been inspected.

About 900 members of the Dockers Union left their posts at noon, union leader Marta Oden said.

What preceded

On March 2, a section of the Osborne Quay at Port Selway collapsed and four dockers were injured. The Dockers Union said the strike was a response to the collapse of the quay.`,
);

export const DENIAL = article(
	"ledger",
	"ministry-denies",
	"2026-03-06T09:00:00Z",
	"Ministry denies that cuts caused the Port Selway collapse",
	`The transport ministry on Friday denied that the collapse of the Osborne Quay at Port Selway was caused by cuts in the maintenance budget.

The strike of the dockers at Port Selway went into its second day.`,
);

export const WORLD: readonly SubmittedArticle[] = [COLLAPSE, COPY, STRIKE, DENIAL];
