import { useContext, useState } from "preact/hooks";
import { AliveContext } from "../asking.js";
import type { EventView } from "../pages/event-data.js";
import { copyAs, FORMS, type Form } from "./copy-as.js";

/** Takes the answer along, in a form of the reader's choice. */
export function CopyButtons({ event }: { event: EventView }) {
	const alive = useContext(AliveContext);
	const [said, setSaid] = useState("");
	const copy = async (form: Form) => {
		try {
			await navigator.clipboard.writeText(copyAs(form, event, location.href));
			setSaid(`Copied as ${FORMS[form]}.`);
		} catch {
			setSaid("This browser does not let a page copy.");
		}
	};
	return (
		<p class="copy">
			Copy as{" "}
			{(Object.keys(FORMS) as Form[]).map((form) => (
				<button key={form} type="button" disabled={!alive} onClick={() => copy(form)}>
					{FORMS[form]}
				</button>
			))}{" "}
			<output>{said}</output>
		</p>
	);
}
