import type { EditTools } from "./make-edit.js";
import { setColumns, type UpdateBefore } from "./update-event.js";

/** Gives an event what editors had said of it before; what nobody had said is again as the reports have it now. */
export async function undoUpdate(
	tools: EditTools,
	eventId: string,
	{ columns, editedFields, curation }: UpdateBefore,
): Promise<void> {
	await tools.tx.$executeRaw`
		update "Event" set "editedFields" = ${editedFields}::text[],
			curation = case when curation = 'EDITED' then ${curation}::"CurationState" else curation end
		where id = ${eventId}::uuid`;
	await setColumns(tools, eventId, columns);
}
