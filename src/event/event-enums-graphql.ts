import { enumType } from "../graphql/enum-type.js";

/** The enums that events, their mentions and their filters share. */

export const EventType = enumType(
	"EventType",
	"What kind of happening an event is: PLOVER's types (each maps to a CAMEO root code), then this service's own from STATEMENT on.",
	{
		AGREE: "Agreeing or promising to do something.",
		CONSULT: "Meeting, visiting, negotiating.",
		SUPPORT: "Backing someone by diplomacy or words.",
		CONCEDE: "Giving way: easing, releasing, resigning.",
		COOPERATE: "Working together in deed: trade, joint exercises, intelligence.",
		AID: "Giving money, goods, arms or protection.",
		RETREAT: "Withdrawing, ceasing fire, handing back.",
		INVESTIGATE: "Inquiring into something.",
		DEMAND: "Asking or calling for something.",
		DISAPPROVE: "Criticising, accusing, complaining.",
		REJECT: "Refusing, vetoing, defying.",
		THREATEN: "Threatening or warning.",
		SANCTION: "Cutting ties or imposing restrictions without force.",
		PROTEST: "Demonstrating, striking, boycotting.",
		CRIME: "Breaking the law, and what police and courts do about it.",
		MOBILIZE: "Putting forces or police on alert or in place.",
		COERCE: "Arresting, expelling, seizing, repressing.",
		ASSAULT: "Attacking with force.",
		STATEMENT: "Saying something that is news in itself.",
		DISCLOSE: "Making known what was secret: leaks, reports.",
		SCHEDULE_CHANGE: "Postponing, cancelling or moving something planned.",
		ELECTION: "Voting and its outcome.",
		BUSINESS: "Deals, results, layoffs, launches.",
		NATURAL: "Weather, earthquakes, disease.",
		ACCIDENT: "Crashes, fires, failures that nobody meant.",
		OTHER: "None of these.",
	},
);

export const OccurrenceStatus = enumType(
	"OccurrenceStatus",
	"Whether something took place (after IPTC eventoccurstatus and schema.org EventStatusType).",
	{
		OCCURRED: "It happened.",
		ONGOING: "It is going on.",
		PLANNED: "It is to happen.",
		UNCERTAIN: "It may have happened or may happen.",
		POSTPONED: "It was put off.",
		CANCELLED: "It will not happen.",
		DENIED: "Said not to have happened.",
	},
);

export const CurationState = enumType("CurationState", "How far editors have dealt with an event.", {
	AUTOMATIC: "Made from articles; no editor has looked.",
	CONFIRMED: "An editor found it right.",
	EDITED: "An editor changed it.",
	MERGED: "It turned out to be another event: see `mergedInto`.",
	RETRACTED: "An editor found it to be no event.",
});

export const MentionRole = enumType("MentionRole", "For what an article mentions an event.", {
	MAIN: "What the article is about.",
	BACKGROUND: "What preceded it.",
	FORESEEN: "What it says will or may come.",
});
