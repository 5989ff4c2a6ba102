import { BOX, COLUMN_WIDTH, type GraphLayout } from "./graph-sizes.js";

/**
 * The claims that join the events, causes above or, where that would be too wide, left. What is too wide even so begins at the event asked for,
 * and can be had across the page, which needs no script. Lines differ in their ends (arrow: cause, ring: made possible, bar: prevented)
 * and, where disputed, are broken. Each box is a link, so the graph can be walked with the keyboard; the list below says the same.
 */
export function Graph({ graph }: { graph: GraphLayout }) {
	const { direction, width, height, nodes, edges } = graph;
	const where = direction === "down" ? "above" : "left of";
	return (
		<figure class="graph">
			{width > COLUMN_WIDTH && (
				<label class="across">
					<input type="checkbox" autocomplete="off" /> Across the page
				</label>
			)}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
			<section class={`canvas ${direction}`} tabIndex={0} aria-label="Graph of causes">
				{/* biome-ignore lint/a11y/useSemanticElements: no element of HTML groups what is drawn. */}
				<svg
					width={width}
					height={height}
					viewBox={`0 0 ${width} ${height}`}
					role="group"
					aria-label={`Causes ${where} effects`}
				>
					<defs>
						<marker id="end-cause" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">
							<path d="M0 0 10 5 0 10Z" />
						</marker>
						<marker
							id="end-enable"
							viewBox="0 0 10 10"
							refX="9"
							refY="5"
							markerWidth="7.5"
							markerHeight="7.5"
							orient="auto"
						>
							<circle cx="5" cy="5" r="3.6" class="hollow" />
						</marker>
						<marker
							id="end-prevent"
							viewBox="0 0 10 10"
							refX="6"
							refY="5"
							markerWidth="7"
							markerHeight="7"
							orient="auto"
						>
							<path d="M5 0v10" class="bar" />
						</marker>
					</defs>
					{edges.map((edge) => (
						<path
							key={edge.id}
							class={edge.disputed ? "edge broken" : "edge"}
							d={edge.path}
							marker-end={`url(#end-${edge.relation.toLowerCase()})`}
						>
							<title>{edge.words}</title>
						</path>
					))}
					{nodes.map((node) => (
						<foreignObject key={node.id} x={node.x} y={node.y} width={BOX.width} height={BOX.height}>
							<a
								class={node.isTarget ? "box target" : "box"}
								href={node.isTarget ? "#main" : `/events/${node.id}`}
								title={node.title}
								onFocus={showWhole}
							>
								<span dir="auto">{node.title}</span>
							</a>
						</foreignObject>
					))}
				</svg>
			</section>
			<figcaption>
				Arrow: led to. Ring: made possible. Bar: prevented. Broken line: disputed.
				<details>
					<summary>The same as a list</summary>
					<ul>
						{edges.map((edge) => (
							<li key={edge.id} dir="auto">
								{edge.words}
								{edge.disputed && " (disputed)"}
							</li>
						))}
					</ul>
				</details>
			</figcaption>
		</figure>
	);
}

/** Browsers think that of a box which has the focus half of it is enough. */
const showWhole = ({ currentTarget }: { currentTarget: Element }): void =>
	currentTarget.scrollIntoView({ block: "nearest", inline: "nearest" });
