import { useContext, useState } from "preact/hooks";
import { AliveContext } from "../asking.js";
import type { EventView } from "../pages/event-data.js";
import { asMarkdown, asText } from "./copy-as.js";

interface CopyProps {
	event: EventView;
	/** The page shows a past instant. */
	isPast: boolean;
}

/** Takes the answer along, in a form of the reader's choice. */
export function CopyButtons({ event, isPast }: CopyProps) {
	const alive = useContext(AliveContext);
	const [said, setSaid] = useState("");
	const forms = {
		Text: async () => asText(event, location.href),
		Markdown: async () => asMarkdown(event, location.href),
		// The service writes it, and of the present only.
		...(!isPast && alive && { "JSON-LD": () => alive.read(`/events/${event.id}.jsonld`) }),
	};
	const copy = async (name: string, write: () => Promise<string>) => {
		try {
			await navigator.clipboard.writeText(await write());
			setSaid(`Copied as ${name}.`);
		} catch {
			setSaid("This browser does not let a page copy.");
		}
	};
	return (
		<p class="copy">
			Copy as{" "}
			{Object.entries(forms).map(([name, write]) => (
				<button key={name} type="button" disabled={!alive} onClick={() => copy(name, write)}>
					{name}
				</button>
			))}{" "}
			<output>{said}</output>
		</p>
	);
}
