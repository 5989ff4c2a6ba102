/** Whether a parsed JSON value is an object (not null, not an array). */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * JSON without a character beyond ASCII: others stand as `\\uXXXX`. A text of one curly quote takes two bytes a character in memory, and is read from the wire
 * at a fraction of the speed.
 */
export const asciiJson = (value: unknown): string =>
	JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
