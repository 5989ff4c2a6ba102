import { describe, expect, test } from "vitest";
import { readClaims } from "./read-claims.js";

describe("no causal claim is made by", () => {
	test.each([
		["an answer", "In response, he said the talks would go on."],
		["since with a year", "The plant has been closed since 2014."],
		["since with a perfect", "He has lived there since he was born."],
		["after a meal", "They met after lunch in Geneva."],
		["after a stretch of time", "He returned to work after a week."],
		["for with a stretch of time", "It rained for two days."],
		["over with a stretch of time", "The market was quiet over the weekend."],
		["over with a number", "Over 200 people attended the concert."],
		["the particle over", "He handed over the keys."],
		["as of two things at a time", "He said the aid would begin arriving as the USS Lincoln prepares to depart."],
		["as of a role", "She works as a nurse in Leeds."],
		["as well", "Prices rose as well."],
		["leading to a place", "The guard led to the room where the talks were held."],
		["a road that leads somewhere", "The road leads to the airport."],
		["leaving a place", "The crowd left the square."],
		["thanks", "Thanks to all who came."],
		["due to with a plan", "The train is due to arrive at noon."],
		["due to with a plan in the passive", "The games had been due to be played on Friday."],
		["due to with a past plan", "The ferry had been due to leave at noon."],
		["what a thing was meant to be", "The game was meant to be played in Marlow."],
		["a target", "The raid was aimed at the rebel commander."],
		["work that stops at a time", "Work at the mine stopped at noon on Thursday."],
		["a siren that stops", "Sirens halted on Monday."],
		["a road that is blocked", "The wreck blocked the channel."],
		["what was not yet done", "They will stay until the army stops the war."],
		["leading a board", "She led the board for nine years."],
		["leading talks to an end", "The movement led talks to end the war."],
		["damage to a thing", "The raids damaged the roof."],
		["people who have not left", "The crew, who have not left the ship since the accident, will stay."],
		["a warning not to do something", "Officers warned residents not to return to villages."],
		["the first to do something", "The tug became the first vessel to pass the ruins."],
		["the strongest to do something", "It was hit by the strongest storm on record to strike the coast."],
		["going back to work", "They decided it was time to go back to work."],
		["how to do something", "The board prepared to decide how to answer."],
		["with inside a phrase", "Two people with knowledge of the matter said the target was a bridge, which was hit."],
		["following as a verb", "The army left, and analysts were following every step."],
		["a date and what happened then", "The order was given on January 5, when a panel fell and killed a man."],
		["as with a report", "The plan was changed in May, as a newspaper reported after the attack."],
		["punishment for oneself", "The state had prepared punishment for itself."],
		["preparations for something", "He was charged with leaking preparations for an attack."],
		["due process", "Due process is a right."],
		["so far", "So far, twelve people have died."],
		["to date", "To date, no one has claimed it."],
		["because of course", "He won, because of course he did."],
		["the following day", "The following day, he left."],
		["an infinitive of decision", "They decided to sell the house."],
		["an infinitive of ability", "The ability of the state to collect taxes is limited."],
		["an infinitive of request", "He asked the council to approve the plan."],
		["a minister who allows", "The minister allowed the deployment of a battery in the north."],
		["police who stop a car", "Police stopped the car."],
		["violence against people", "Violence against women is a crime."],
		["a match against a team", "The team will play against Spain on Friday."],
		["amid with a place", "The vote was held amid the hills of the north."],
		["for example", "For example, the park was closed."],
		["and so does", "The hotel overlooks the bay, and so does the school."],
		["a condition", "If it rains, the match will be moved."],
		["a question", "What led to the war?"],
	])("%s", (_kind, sentence) => {
		expect(readClaims(sentence)).toEqual([]);
	});
});

describe("hostile text", () => {
	test.each([
		"because ",
		"because , ",
		"it led to ",
		"to run ",
		'" ( because of war ) " ',
		"which led to which ",
		"denied that war because ",
	])("of %j is read in linear time and without a throw", (piece) => {
		const text = piece.repeat(40_000 / piece.length);
		const startedAt = performance.now();
		readClaims(text);
		// Forty thousand characters take about a tenth of a second; a quadratic walk would take minutes.
		expect(performance.now() - startedAt).toBeLessThan(5_000);
	});

	test.each(["", " ", "\u0000", "because", "due to", "\ud800 because \udc00", '((((""""))))', "led to led to led to."])(
		"%j does not throw",
		(text) => {
			expect(() => readClaims(text)).not.toThrow();
		},
	);
});
