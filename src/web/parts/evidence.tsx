import { useContext, useState } from "preact/hooks";
import type { EvidencePartsFragment, ParagraphQuery } from "../answers.js";
import { AliveContext } from "../asking.js";
import { PARAGRAPH } from "../questions.js";
import { Away, Day, Outside } from "./outside.js";
import { paragraphAround, type Quoted } from "./paragraph.js";

/**
 * One piece of evidence: who says it, where and when, and, once opened, its sentence marked in its paragraph. Without scripts
 * what stands around the sentence is as much of it as the answer holds.
 */
export function Evidence({ evidence }: { evidence: EvidencePartsFragment }) {
	const alive = useContext(AliveContext);
	const [paragraph, setParagraph] = useState<Quoted | null>(null);
	const { span, source, article, attributedTo, stance, publishedAt } = evidence;
	const open = async (details: HTMLDetailsElement) => {
		if (!alive || !details.open || paragraph) return;
		const { node } = await alive.ask<ParagraphQuery>(PARAGRAPH, { id: evidence.id });
		if (node && "span" in node)
			setParagraph(paragraphAround(node.span.articleRevision.text, node.span.start, node.span.end));
	};
	const quoted = paragraph ?? { before: span.prefix, quote: span.exact, after: span.suffix };
	return (
		<details class="evidence" onToggle={(event) => open(event.currentTarget as HTMLDetailsElement)}>
			<summary>
				{stance === "CONTRADICTS" && <strong class="against">Against: </strong>}
				<Outside text={source.name} />, <Day at={publishedAt} />
				{attributedTo && (
					<>
						, as <Outside text={attributedTo} /> says
					</>
				)}
			</summary>
			<blockquote dir="auto">
				{!paragraph && quoted.before && "… "}
				{quoted.before}
				<mark>{quoted.quote}</mark>
				{quoted.after}
				{!paragraph && quoted.after && " …"}
			</blockquote>
			<p class="whence">
				<a href={`/articles/${article.id}`}>
					<Outside text={article.headline} />
				</a>{" "}
				· <Away href={article.url}>at the outlet</Away>
			</p>
		</details>
	);
}
