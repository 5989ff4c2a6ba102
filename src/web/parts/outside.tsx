import type { ComponentChildren } from "preact";
import { dayInWords, isMachineReadable, timeInWords } from "./time-words.js";

/**
 * Text from outside. It is text and never markup, runs in its own direction, and what it holds of direction marks ends with it.
 */
export const Outside = ({ text }: { text: string }) => <bdi dir="auto">{text}</bdi>;

/** A link to a page of somebody else; without a link where the address is none of the web. */
export function Away({ href, children }: { href: string; children: ComponentChildren }) {
	if (!/^https?:\/\//i.test(href)) return <span>{children}</span>;
	return (
		<a href={href} rel="noopener noreferrer nofollow" class="away">
			{children}
		</a>
	);
}

/** When something happened, no more precisely than it was told. */
export function When({ time }: { time: { value: string; approximate: boolean; text?: string | null } | null }) {
	if (!time) return <span class="undated">date not told</span>;
	const words = `${time.approximate ? "about " : ""}${timeInWords(time.value)}`;
	if (!isMachineReadable(time.value)) return <span>{words}</span>;
	return <time dateTime={time.value}>{words}</time>;
}

/** The day of an instant, in UTC. */
export const Day = ({ at }: { at: string }) => <time dateTime={at}>{dayInWords(at)}</time>;
