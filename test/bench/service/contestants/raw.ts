import { fileURLToPath } from "node:url";
import { startServer } from "../child.js";
import { statementOf } from "../operations.js";
import { type Contestant, JSON_HEADERS, namesTheSame } from "./contestant.js";

const PROGRAM = fileURLToPath(new URL("./raw-server.mjs", import.meta.url));
const LAUNCH = fileURLToPath(new URL("../../../../src/launch.mjs", import.meta.url));

/** node:http and pg, one statement for each operation: what all others are compared to. */
export function raw(node: string, name: string): Contestant {
	return {
		name,
		server: {
			name,
			isService: false,
			start: (url, signal) => {
				// Only what opens an embedded archive is TypeScript.
				const program = url.startsWith("pglite:") ? [LAUNCH, PROGRAM] : [PROGRAM];
				return startServer({ command: [node, ...program, url], readyPath: "/ready", signal });
			},
		},
		problemOf: namesTheSame,
		request: (operation, variables) =>
			statementOf(operation) === null
				? null
				: { method: "POST", path: `/${operation}`, headers: JSON_HEADERS, body: JSON.stringify(variables) },
	};
}
