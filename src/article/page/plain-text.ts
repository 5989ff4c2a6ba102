import { htmlText } from "../../feed/html-text.js";

/** A value of metadata as plain text: templates escape titles twice and put markup into descriptions. */
export function plainText(value: string): string {
	return /[<&]/.test(value) ? htmlText(value.slice(0, 20_000)) : value;
}
