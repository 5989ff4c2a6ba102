import type { Config } from "./config.js";
import type { Database } from "./db.js";
import type { Listener } from "./listener.js";
import type { Logger } from "./log.js";
import { createMetrics } from "./metrics.js";
import { createProbeServer } from "./probe-server.js";

/** The port of a process that answers nobody: how it is, and what is measured of it. */
export function openProbes(options: {
	config: Config;
	db: Database;
	log: Logger;
	/** Whether the start is complete; `/readyz` says no until then. */
	isStarted: () => boolean;
}): Listener {
	const { config, db, log, isStarted } = options;
	const metrics = createMetrics({ db, log, subscribers: () => ({ subscriptions: 0, live: 0 }) });
	const probes = createProbeServer({ db, metrics: config.serving.metrics ? () => metrics.text() : null, isStarted });
	return {
		listen: (port, host) => probes.listen(port, host),
		accessMode: async () => null,
		close: async () => {
			await probes.close();
			metrics.close();
		},
	};
}
