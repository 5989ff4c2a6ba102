import type { Example } from "../pages/front-data.js";
import { Outside, When } from "./outside.js";
import { RELATION_WORDS } from "./words.js";

/** One event with the chain of claims that leads to it, root cause first. */
export function ExampleChain({ example: { id, title, time, whatPreceded } }: { example: Example }) {
	const links = whatPreceded.chains[0]?.links ?? [];
	return (
		<section class="example" aria-label="An example">
			<ol>
				{links.map(({ link, cause, relation, status, evidence: [said] }) => (
					<li key={link.id}>
						<When time={cause.time} />
						<a href={`/events/${cause.id}`}>
							<Outside text={cause.title} />
						</a>
						<p dir="auto">
							{RELATION_WORDS[relation]}
							{status === "DISPUTED" && " (disputed)"}
							{said && (
								<>
									: “{said.span.exact}”{" "}
									<cite>
										{said.attributedTo ? (
											<Outside text={`${said.attributedTo}, in ${said.source.name}`} />
										) : (
											<Outside text={said.source.name} />
										)}
									</cite>
								</>
							)}
						</p>
					</li>
				))}
				<li class="target">
					<When time={time} />
					<a href={`/events/${id}`}>
						<Outside text={title} />
					</a>
				</li>
			</ol>
		</section>
	);
}
