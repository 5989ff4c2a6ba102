/** What came of a question. */
export interface Asked {
	/** 0 where no answer came: the connection was refused or lost. */
	status: number;
	// biome-ignore lint/suspicious/noExplicitAny: the shape is that of the question.
	data: any;
	/** `extensions.code` of the first error; null without errors. */
	code: string | null;
	message: string | null;
	retryAfter: string | null;
	ms: number;
}

/** Asks once, as a client does that knows nothing of the service's state. Never throws. */
export async function ask(url: string, query: string, variables: Record<string, unknown> = {}): Promise<Asked> {
	const startedAt = performance.now();
	const told = (answer: Omit<Asked, "ms">): Asked => ({ ...answer, ms: performance.now() - startedAt });
	try {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json", accept: "application/json" },
			body: JSON.stringify({ query, variables }),
			signal: AbortSignal.timeout(60_000),
		});
		const { data = null, errors } = (await response.json()) as {
			data?: unknown;
			errors?: { message: string; extensions?: { code?: string } }[];
		};
		return told({
			status: response.status,
			data,
			code: errors ? (errors[0]?.extensions?.code ?? "none") : null,
			message: errors?.[0]?.message ?? null,
			retryAfter: response.headers.get("retry-after"),
		});
	} catch (error) {
		return told({ status: 0, data: null, code: null, message: String(error), retryAfter: null });
	}
}

/** Asks until there is data, as a client does that retries. @returns the answer and how often it was asked. */
export async function askUntilAnswered(
	url: () => string,
	query: string,
	variables: Record<string, unknown> = {},
): Promise<{ answer: Asked; failures: Asked[] }> {
	const failures: Asked[] = [];
	const until = performance.now() + 30_000;
	while (true) {
		const answer = await ask(url(), query, variables);
		if (answer.data !== null && answer.code === null) return { answer, failures };
		failures.push(answer);
		if (performance.now() > until) throw new Error(`no answer within 30 s: ${JSON.stringify(answer)}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

export const SUBMIT = `mutation($input: SubmitArticleInput!) {
	submitArticle(input: $input) { article { id url } userErrors { message code path } }
}`;

/** An article of its own, by its number. */
export const numbered = (number: number) => ({
	url: `https://harbour.example/2026/03/${number}`,
	headline: `Dockers walk out of terminal ${number}`,
	text: `Dockers walked out of terminal ${number} in Velsen on Wednesday. The union said the strike would last a week.`,
	publishedAt: "2026-03-06T08:00:00Z",
	idempotencyKey: `article ${number}`,
});
