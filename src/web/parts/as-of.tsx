import { useContext, useEffect, useState } from "preact/hooks";
import { AliveContext } from "../asking.js";
import { dayInWords } from "./time-words.js";

/** Milliseconds of rest after which a moved slider is followed: moving over ten days is one question. */
const REST_MS = 120;

interface AsOfProps {
	/** Days on which something became known, in order. */
	days: string[];
	/** The day shown; null for now. */
	day: string | null;
	/** The event. */
	id: string;
	onDay: (day: string | null) => void;
}

/** Walks through what was known when: a slider over the days on which something became known, a list where there are no scripts. */
export function AsOf({ days, day, id, onDay }: AsOfProps) {
	const alive = useContext(AliveContext);
	const step =
		day === null
			? days.length
			: Math.max(
					0,
					days.findLastIndex((other) => other <= day),
				);
	const [moved, setMoved] = useState(step);
	useEffect(() => setMoved(step), [step]);
	useEffect(() => {
		if (moved === step) return;
		const timer = setTimeout(() => onDay(days[moved] ?? null), REST_MS);
		return () => clearTimeout(timer);
	}, [moved]);
	if (days.length === 0) return null;
	const words = (index: number) => {
		const at = index === step ? day : days[index];
		return at ? `as known on ${dayInWords(at)}` : "as known now";
	};
	return (
		<form class="as-of" action={`/events/${id}`} method="get">
			<label for="as-of">
				What was known when? <output for="as-of">{words(moved)}</output>
			</label>
			<input
				id="as-of"
				type="range"
				min={0}
				max={days.length}
				step={1}
				value={moved}
				disabled={!alive}
				aria-valuetext={words(moved)}
				onInput={(event) => setMoved(event.currentTarget.valueAsNumber)}
			/>
			<noscript>
				<select name="day" aria-label="Day">
					<option value="">now</option>
					{days.map((other) => (
						<option key={other} value={other} selected={other === day}>
							{dayInWords(other)}
						</option>
					))}
				</select>
				<button type="submit">Show</button>
			</noscript>
		</form>
	);
}
