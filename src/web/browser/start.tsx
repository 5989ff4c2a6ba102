import { hydrate } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Alive, AliveContext } from "../asking.js";
import { type Page, PageBody } from "../pages/page.js";
import { alive } from "./alive.js";

/** At first the page as the server wrote it, which is what hydration starts from; alive right after. */
function LivePage({ page }: { page: Page }) {
	const [current, setCurrent] = useState<Alive | null>(null);
	useEffect(() => setCurrent(alive), []);
	return (
		<AliveContext.Provider value={current}>
			<PageBody page={page} />
		</AliveContext.Provider>
	);
}

// The page is there already; this makes it live.
const data = document.getElementById("data")?.textContent;
const place = document.getElementById("page");
if (data && place) {
	hydrate(<LivePage page={JSON.parse(data) as Page} />, place);
}
