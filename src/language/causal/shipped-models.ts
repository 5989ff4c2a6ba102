import stored from "../en/causal-models.json" with { type: "json" };
import { type TrainedModels, unpackModels } from "./models.js";

let models: TrainedModels | undefined;

/** The models that come with the service, unpacked when first asked for. */
export function shippedModels(): TrainedModels {
	models ??= unpackModels(stored);
	return models;
}
