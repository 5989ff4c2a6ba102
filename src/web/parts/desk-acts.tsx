import type { Act } from "./last-acts.js";

/** What was done at this desk, the last first; each can be taken back. */
export function ActsDesk({ acts, onUndo }: { acts: readonly Act[]; onUndo: (act: Act) => void }) {
	return (
		<section aria-labelledby="acts">
			<h2 id="acts">What you did last</h2>
			{acts.length === 0 && <p class="empty">Nothing yet in this tab.</p>}
			<ol class="acts">
				{acts.map((act, index) => (
					// Two acts on one object may have the same words.
					<li key={`${acts.length - index}`}>
						<span dir="auto">{act.words}</span>{" "}
						<button type="button" aria-label={`Undo: ${act.words}`} onClick={() => onUndo(act)}>
							Undo
						</button>
					</li>
				))}
			</ol>
			{acts.length > 1 && <p class="note">What was done later to the same event or link is taken back with it.</p>}
		</section>
	);
}
