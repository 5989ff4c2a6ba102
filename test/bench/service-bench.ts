import type { Bench } from "./bench-types.js";
import { archivesOf } from "./service/archives.js";
import { measureService } from "./service/measure-service.js";
import { OPERATIONS } from "./service/operations.js";
import { serviceText } from "./service/report.js";
import { servicePlan } from "./service/service-plan.js";

const HELP = `service: answers per second of the running service, beside a server written by hand for the same questions (node:http and pg, one
statement each) and, with Node 22 or later, PostGraphile 5, which is installed for it; each in a process of its own on this machine. All
answers are compared before they are measured. On Linux it tells what each answer costs of the processor.

  --articles N     in the archive, about (100000)
  --events N       events, about; never less than articles are about (a fifth of the articles)
  --links N        claims between events, about (three for each event)
  --sample N       articles that go through the whole pipeline; the others are made from them (500, more for more than 200000)
  --seed N         of the articles and of what is asked (1)
  --database URL   a server, postgresql://..., where a database is made and dropped (default: embedded only)
  --embedded N     articles of the embedded archive, 0 for none (as many as --articles)
  --keep           use archives made before with the same figures, and leave them
  --connections N  (16)
  --warmup N       seconds before each measurement (2)
  --seconds N      of a measurement (5)
  --rounds N       (3)
  --questions N    different ones of each kind (200)
  --operations A,B of ${OPERATIONS.join(", ")} (all)
  --starts N       of the service, whose time and memory are told (3)
  --node PATH      Node that runs the servers (this one)`;

export const SERVICE_OPTIONS: Bench["options"] = {
	articles: { type: "string", default: "100000" },
	events: { type: "string" },
	links: { type: "string" },
	sample: { type: "string" },
	seed: { type: "string", default: "1" },
	database: { type: "string" },
	embedded: { type: "string" },
	keep: { type: "boolean" },
	connections: { type: "string", default: "16" },
	warmup: { type: "string", default: "2" },
	seconds: { type: "string", default: "5" },
	rounds: { type: "string", default: "3" },
	questions: { type: "string", default: "200" },
	operations: { type: "string" },
	starts: { type: "string", default: "3" },
	node: { type: "string" },
};

export const serviceBench: Bench = {
	help: HELP,
	options: SERVICE_OPTIONS,
	valueWhenBare: {},
	async run(values, context) {
		const plan = servicePlan(values);
		const archives = archivesOf(values.keep === true, context);
		try {
			const result = await measureService(plan, archives, context);
			return { json: result, text: serviceText(result) };
		} finally {
			await archives.close();
		}
	},
};
