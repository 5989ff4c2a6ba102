import { useState } from "preact/hooks";
import type { EventToEditQuery, MergeMutation, SplitMutation } from "../answers.js";
import { type Alive, Refused } from "../asking.js";
import { EVENT_TO_EDIT, MERGE, SPLIT } from "../questions.js";
import type { DeskTools } from "./desk-tools.js";
import { Outside } from "./outside.js";

type Edited = NonNullable<EventToEditQuery["event"]>;

/** Makes one event of two, or two of one. */
export function EventsDesk({ tools }: { tools: DeskTools }) {
	return (
		<section aria-labelledby="events">
			<h2 id="events">Merge and split events</h2>
			<MergeForm tools={tools} />
			<SplitForm tools={tools} />
		</section>
	);
}

/** The id in what somebody has put in: an id, or the address of an event's page. */
const idIn = (text: string): string => /evt_[0-9a-f-]+/.exec(text)?.[0] ?? text.trim();

async function eventOf(alive: Alive, text: string): Promise<Edited> {
	const { event } = await alive.ask<EventToEditQuery>(EVENT_TO_EDIT, { id: idIn(text) });
	if (!event) throw new Refused(`No event has the id ${idIn(text)}.`);
	return event;
}

function MergeForm({ tools: { alive, act } }: { tools: DeskTools }) {
	const [form, setForm] = useState({ keep: "", other: "", reason: "" });
	const set = (name: keyof typeof form) => (event: { currentTarget: { value: string } }) =>
		setForm({ ...form, [name]: event.currentTarget.value });
	const merge = () =>
		act(async () => {
			const { id, revision } = await eventOf(alive, form.keep);
			const input = { keepId: id, mergeIds: [idIn(form.other)], expectedRevision: revision, reason: form.reason };
			const { event, userErrors } = (await alive.ask<MergeMutation>(MERGE, { input })).mergeEvents;
			if (userErrors.length > 0 || !event) return userErrors;
			const undo = { kind: "revert" as const, nodeId: id, toRevision: revision, expectedRevision: event.revision };
			return { words: `Merged into “${event.title}”.`, undo };
		});
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				merge();
			}}
		>
			<label>
				Event that stays (its address or id)
				<input required value={form.keep} onInput={set("keep")} />
			</label>
			<label>
				Event that is the same one
				<input required value={form.other} onInput={set("other")} />
			</label>
			<label>
				Reason
				<input required maxLength={1_000} value={form.reason} onInput={set("reason")} />
			</label>
			<button type="submit">Merge</button>
		</form>
	);
}

function SplitForm({ tools: { alive, act } }: { tools: DeskTools }) {
	const [form, setForm] = useState({ address: "", newTitle: "", reason: "" });
	const [event, setEvent] = useState<Edited | null>(null);
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const set = (name: keyof typeof form) => (input: { currentTarget: { value: string } }) =>
		setForm({ ...form, [name]: input.currentTarget.value });
	const look = () =>
		act(async () => {
			setChosen([]);
			setEvent(await eventOf(alive, form.address));
			return { words: "Choose the mentions that mean another event." };
		});
	const split = ({ id, revision }: Edited) =>
		act(async () => {
			const { newTitle, reason } = form;
			const input = { eventId: id, mentionIds: chosen, newTitle, expectedRevision: revision, reason };
			const { event: now, newEvent, userErrors } = (await alive.ask<SplitMutation>(SPLIT, { input })).splitEvent;
			if (userErrors.length > 0 || !now || !newEvent) return userErrors;
			setEvent(null);
			const undo = { kind: "revert" as const, nodeId: id, toRevision: revision, expectedRevision: now.revision };
			return { words: `“${newEvent.title}” is an event of its own now.`, undo };
		});
	return (
		<form
			onSubmit={(submitted) => {
				submitted.preventDefault();
				if (event) split(event);
				else look();
			}}
		>
			<label>
				Event that is two (its address or id)
				<input required value={form.address} disabled={event !== null} onInput={set("address")} />
			</label>
			{event && (
				<>
					<fieldset>
						<legend>
							Mentions of “<Outside text={event.title} />”
						</legend>
						{event.mentions.nodes.map(({ id, sentence, article }) => (
							<label key={id} class="choice">
								<input
									type="checkbox"
									checked={chosen.includes(id)}
									onChange={({ currentTarget: { checked } }) =>
										setChosen(checked ? [...chosen, id] : chosen.filter((other) => other !== id))
									}
								/>
								<span dir="auto">
									{sentence.exact} (<Outside text={article.headline} />)
								</span>
							</label>
						))}
					</fieldset>
					<label>
						Title of the new event
						<input required dir="auto" value={form.newTitle} onInput={set("newTitle")} />
					</label>
					<label>
						Reason
						<input required maxLength={1_000} value={form.reason} onInput={set("reason")} />
					</label>
				</>
			)}
			<button type="submit" disabled={event !== null && chosen.length === 0}>
				{event ? "Split" : "Show its mentions"}
			</button>
		</form>
	);
}
