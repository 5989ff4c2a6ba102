import { createAccess } from "./access/access.js";
import { createLogHead } from "./changes/log-head.js";
import { LogTail } from "./changes/log-tail.js";
import type { Config } from "./config.js";
import type { Database } from "./db.js";
import { AnswerCache } from "./graphql/answer-cache.js";
import { createHttpServer } from "./graphql/http.js";
import { operationDocuments } from "./graphql/operation-documents.js";
import { createGraphQLServer } from "./graphql/server.js";
import { Traffic } from "./graphql/traffic.js";
import type { FeedReader } from "./ingest/polling/poll-feed.js";
import type { Listener } from "./listener.js";
import type { Logger } from "./log.js";
import { createMetrics } from "./metrics.js";
import { publishRoutes } from "./publish/publish-routes.js";
import { logServed } from "./request-log.js";
import { OWN_DOCUMENTS } from "./web/own-documents.js";
import { pageRoutes } from "./web/page-routes.js";

export interface AnsweringOptions {
	config: Config;
	db: Database;
	log: Logger;
	/** How feeds are reached when a client adds one. */
	feeds: FeedReader;
	/** Operations that clients may name by their hash. */
	trusted: ReadonlyMap<string, string>;
	/** Whether the start is complete; `/readyz` says no until then. */
	isStarted: () => boolean;
}

/** Everything that clients ask: pages, GraphQL, subscriptions, the ways out. */
export function openAnswering({ config, db, log, feeds, trusted, isStarted }: AnsweringOptions): Listener {
	const { changeRetentionDays, maxSubscriptions, serving } = config;
	const { corsOrigins, maxBodyBytes, trustedOnly, persistedQueries: automatic } = serving;
	const tail = new LogTail({ db, log, maxSubscriptions });
	const { tokens, trustedProxies, maxConnectionsPerAddress: maxPerAddress } = config.access;
	const access = createAccess({ db, tokens, trustedProxies, host: config.host });
	const traffic = new Traffic(config.traffic);
	const metrics = createMetrics({ db, log, subscribers: () => tail.counts });
	const yoga = createGraphQLServer({
		db,
		log,
		access,
		feeds,
		tail,
		changeRetentionDays,
		corsOrigins,
		traffic,
		keepsContexts: true,
		answers: new AnswerCache({ maxBytes: config.answerCacheBytes, head: createLogHead(db.pool), now: Date.now }),
		documents: operationDocuments({ trusted: new Map([...OWN_DOCUMENTS, ...trusted]), trustedOnly, automatic }),
	});
	const http = createHttpServer({
		yoga,
		db,
		log,
		access,
		tail,
		traffic,
		maxPerAddress,
		maxBodyBytes,
		routes: [...publishRoutes({ yoga, db, publicUrl: config.publicUrl }), ...pageRoutes(yoga)],
		webSocket: { allowedOrigins: corsOrigins },
		metrics: serving.metrics ? () => metrics.text() : null,
		onServed: (served) => {
			logServed(log, served);
			metrics.served(served);
		},
		isStarted,
	});
	return {
		listen: (port, host) => http.listen(port, host),
		accessMode: () => access.mode(),
		close: async () => {
			await http.close();
			metrics.close();
		},
	};
}
