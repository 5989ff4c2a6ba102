import { median, quantile } from "../measure.js";
import type { OperationName } from "./operations.js";

/** What one contestant did in one round of one operation. */
export interface Round {
	contestant: string;
	operation: OperationName;
	/** Counted from 0; the rounds of one number lie beside one another in time. */
	round: number;
	requests: number;
	seconds: number;
	/** Milliseconds of each answer. */
	latencies: readonly number[];
	/** Bytes of all answers. */
	bytes: number;
	/** Milliseconds of processor that the server took; null where the system does not say. */
	serverMs: number | null;
	/** The same of all sessions of Postgres. */
	postgresMs: number | null;
}

/** What came of all rounds of one contestant and operation. */
export interface Figures {
	operation: OperationName;
	contestant: string;
	/** Median of the rounds. */
	requestsPerSecond: number;
	/** Median of the rounds' ratios to what all are compared to, each in its own round; null where that was not measured. */
	ratio: number | null;
	p50Ms: number;
	p99Ms: number;
	/** Kilobytes of an answer on average, its head included. */
	answerKb: number;
	/** Milliseconds of processor for one answer, of the server and of the sessions of Postgres. */
	serverMs: number | null;
	postgresMs: number | null;
}

/** @param base the contestant that all are compared to. */
export function figuresOf(rounds: readonly Round[], base: string): Figures[] {
	const groups = new Map<string, Round[]>();
	for (const round of rounds) {
		const key = `${round.operation} ${round.contestant}`;
		groups.set(key, [...(groups.get(key) ?? []), round]);
	}
	return [...groups.values()].map((own) => {
		const { operation, contestant } = own[0] as Round;
		const beside = groups.get(`${operation} ${base}`) ?? [];
		const ratios = own.flatMap((one) => {
			const other = beside.find(({ round }) => round === one.round);
			return other ? [rateOf(one) / rateOf(other)] : [];
		});
		const latencies = own.flatMap((one) => one.latencies);
		const requests = sum(own.map((one) => one.requests));
		return {
			operation,
			contestant,
			requestsPerSecond: median(own.map(rateOf)),
			ratio: ratios.length === 0 ? null : median(ratios),
			p50Ms: quantile(latencies, 0.5),
			p99Ms: quantile(latencies, 0.99),
			answerKb: sum(own.map((one) => one.bytes)) / requests / 1_000,
			serverMs: each(
				own.map((one) => one.serverMs),
				requests,
			),
			postgresMs: each(
				own.map((one) => one.postgresMs),
				requests,
			),
		};
	});
}

const rateOf = ({ requests, seconds }: Round): number => requests / seconds;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function each(values: readonly (number | null)[], requests: number): number | null {
	return values.some((value) => value === null) ? null : sum(values.map((value) => value ?? 0)) / requests;
}
