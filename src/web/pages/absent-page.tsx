import { Frame } from "../parts/frame.js";
import { Outside } from "../parts/outside.js";

export interface AbsentData {
	/** Why there is no page, in words. */
	reason: string;
}

/** What is shown where there is nothing to show. */
export function AbsentPage({ data: { reason } }: { data: AbsentData }) {
	return (
		<Frame graphiql="/graphql">
			<h1>Not here</h1>
			<p class="lead">
				<Outside text={reason} />
			</p>
			<p>
				<a href="/">The latest events</a>
			</p>
		</Frame>
	);
}
