import type { Found, PageFact } from "./page-reading.js";

/** Values by where they were read, in the order in which they are believed. */
export type Claims<T> = readonly (readonly [PageFact, T | null | undefined])[];

/** The first claim that is one. */
export function firstFound<T>(claims: Claims<T>): Found<T> | null {
	for (const [from, value] of claims) if (value !== null && value !== undefined) return { value, from };
	return null;
}
