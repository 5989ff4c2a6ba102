import type { CausalMode, CausalRelation } from "../analysis.js";

/**
 * Argument patterns of causal verbs:
 * - FORWARD: subject is the cause, object (after the particle) the effect; "by" turns a passive around.
 * - BACKWARD: subject is the effect, what follows the particle the cause ("stemmed from").
 * - OBJECT_TO: as FORWARD, where the effect is an object and an infinitive ("forced the airport to close").
 * - HARM: as FORWARD, where the effect is the verb with its object: who was harmed is no happening ("killed two men").
 * - LEFT: as FORWARD, only where a result follows ("left 40 dead").
 * - BLAME_ON: "blamed EFFECT on CAUSE", "attributed EFFECT to CAUSE": both in the object.
 * - BLAME_FOR: "blamed CAUSE for EFFECT".
 */
export type VerbFrame = "FORWARD" | "BACKWARD" | "OBJECT_TO" | "HARM" | "LEFT" | "BLAME_ON" | "BLAME_FOR";

export interface CausalVerb {
	lemma: string;
	/** Past form: taggers that miss the verb leave it as its own lemma. */
	past: string;
	/** Tokens that must follow the verb (for BLAME frames: stand before the second argument); empty for a plain object. */
	particle: readonly string[];
	frame: VerbFrame;
	relation: CausalRelation;
	mode: CausalMode;
	/** As in CausalSignal. */
	reliability: number;
	/** True where only a happening, never a person or body, can be the subject. */
	eventSubject: boolean;
}

type Row = readonly [lemma: string, particle: string, reliability: number];

function rows(
	frame: VerbFrame,
	relation: CausalRelation,
	eventSubject: boolean,
	list: readonly Row[],
	mode: CausalMode = "CONSEQUENCE",
): CausalVerb[] {
	return list.map(([lemma, particle, reliability]) => ({
		lemma,
		past: pastOf(lemma),
		particle: particle === "" ? [] : particle.split(" "),
		frame,
		relation,
		mode,
		reliability,
		eventSubject,
	}));
}

const IRREGULAR_PASTS: Readonly<Record<string, string>> = {
	lead: "led",
	leave: "left",
	bring: "brought",
	give: "gave",
	drive: "drove",
	draw: "drew",
	set: "set",
	put: "put",
	arise: "arose",
	make: "made",
	hold: "held",
	wreak: "wreaked",
	stop: "stopped",
	spur: "spurred",
	pin: "pinned",
	scrap: "scrapped",
	permit: "permitted",
};

function pastOf(lemma: string): string {
	const irregular = IRREGULAR_PASTS[lemma];
	if (irregular) return irregular;
	if (lemma.endsWith("e")) return `${lemma}d`;
	return lemma.endsWith("y") && !lemma.endsWith("oy") ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`;
}

/** Verbs that say one thing brought about, made possible or kept off another. */
export const CAUSAL_VERBS: readonly CausalVerb[] = [
	...rows("FORWARD", "CAUSE", false, [
		["cause", "", 0.85],
		["trigger", "", 0.9],
		["trigger", "off", 0.9],
		["spark", "", 0.9],
		["spark", "off", 0.9],
		["provoke", "", 0.85],
		["ignite", "", 0.8],
		["unleash", "", 0.75],
		["evoke", "", 0.8],
		["precipitate", "", 0.9],
		["engender", "", 0.85],
		["fuel", "", 0.8],
		["stoke", "", 0.8],
		["spur", "", 0.8],
		["set", "off", 0.8],
		["touch", "off", 0.85],
		["bring", "about", 0.9],
		["give", "rise to", 0.9],
		["lead", "to", 0.85],
		["lead", "directly to", 0.85],
		["lead", "up to", 0.5],
		["result", "in", 0.95],
		["culminate", "in", 0.8],
		["necessitate", "", 0.8],
		["exacerbate", "", 0.8],
		["worsen", "", 0.6],
		["aggravate", "", 0.7],
		["heighten", "", 0.7],
		["inflame", "", 0.7],
		["disrupt", "", 0.6],
		["cripple", "", 0.7],
		["paralyse", "", 0.7],
		["paralyze", "", 0.7],
		["wreak", "", 0.7],
	]),
	...rows("FORWARD", "CAUSE", true, [
		["prompt", "", 0.9],
		["drive", "up", 0.85],
		["drive", "down", 0.85],
		["drive", "away", 0.8],
		["drive", "out", 0.8],
		["draw", "", 0.6],
		["push", "up", 0.8],
		["knock", "out", 0.75],
		["wipe", "out", 0.6],
		["create", "", 0.5],
		["generate", "", 0.5],
		["destroy", "", 0.5],
	]),
	...rows("HARM", "CAUSE", true, [
		["kill", "", 0.6],
		["injure", "", 0.6],
		["displace", "", 0.6],
	]),
	...rows("OBJECT_TO", "CAUSE", true, [
		["force", "", 0.8],
		["prompt", "", 0.9],
		["cause", "", 0.85],
		["lead", "", 0.7],
		["compel", "", 0.85],
		["oblige", "", 0.8],
		["push", "", 0.6],
		["drive", "", 0.6],
	]),
	...rows("LEFT", "CAUSE", true, [["leave", "", 0.85]]),
	...rows("BACKWARD", "CAUSE", false, [
		["stem", "from", 0.9],
		["result", "from", 0.95],
		["arise", "from", 0.85],
		["arise", "out of", 0.85],
		["emanate", "from", 0.7],
		["originate", "from", 0.6],
		["owe", "to", 0.5],
	]),
	...rows("FORWARD", "ENABLE", true, [
		["contribute", "to", 0.8],
		["pave", "the way for", 0.9],
		["pave", "the way to", 0.85],
		["clear", "the way for", 0.85],
		["open", "the way for", 0.85],
		["open", "the door to", 0.8],
		["set", "the stage for", 0.85],
		["make", "possible", 0.8],
		["allow", "", 0.6],
		["enable", "", 0.8],
		["permit", "", 0.6],
		["facilitate", "", 0.7],
		["help", "", 0.5],
	]),
	...rows("OBJECT_TO", "ENABLE", true, [
		["allow", "", 0.75],
		["enable", "", 0.85],
		["permit", "", 0.7],
	]),
	...rows("FORWARD", "PREVENT", false, [
		["prevent", "", 0.85],
		["avert", "", 0.9],
		["postpone", "", 0.85],
		["delay", "", 0.8],
		["halt", "", 0.8],
		["thwart", "", 0.9],
		["foil", "", 0.9],
		["suspend", "", 0.7],
		["cancel", "", 0.75],
		["call", "off", 0.8],
		["put", "off", 0.8],
		["abort", "", 0.8],
		["scrap", "", 0.7],
		["shelve", "", 0.75],
		["block", "", 0.7],
		["stop", "", 0.6],
		["stave", "off", 0.8],
		["ward", "off", 0.7],
		["head", "off", 0.7],
		["rule", "out", 0.4],
		["hold", "up", 0.5],
		["forestall", "", 0.85],
		["stall", "", 0.7],
		["hamper", "", 0.7],
		["hinder", "", 0.7],
		["impede", "", 0.7],
	]),
	...rows("BLAME_ON", "CAUSE", false, [
		["blame", "on", 0.9],
		["attribute", "to", 0.9],
		["ascribe", "to", 0.85],
		["pin", "on", 0.5],
		["trace", "to", 0.6],
		["link", "to", 0.7],
		["tie", "to", 0.5],
	]),
	...rows("BLAME_FOR", "CAUSE", false, [
		["blame", "for", 0.85],
		["fault", "for", 0.7],
	]),
];
