/** A repair that cannot be done as asked: nothing was written. */
export class RepairError extends Error {
	override readonly name = "RepairError";

	constructor(
		/** For people. */
		message: string,
		/** The event at fault. */
		readonly eventId: string,
	) {
		super(message);
	}
}
