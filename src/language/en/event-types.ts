import type { EventType } from "../analysis.js";

/**
 * English verbs and nouns that name happenings, by type. The types are PLOVER's (CAMEO root codes in brackets), then
 * this project's own. A verb in this list is worth telling; a noun in it names an event by itself.
 */

const VERBS: readonly [EventType, string][] = [
	// [03, 05] Declares or signs an accord, consents.
	["AGREE", "agree settle ratify accept consent approve endorse sign reconcile"],
	// [04] Meets, visits, negotiates.
	["CONSULT", "meet visit negotiate confer consult discuss host mediate summon convene phone call"],
	// [05] Recognises, defends by word, shows support.
	[
		"SUPPORT",
		"praise support back hail applaud commend recognize recognise honor honour apologize apologise forgive congratulate nominate",
	],
	// [08] Yields: frees, lifts, allows, eases.
	[
		"CONCEDE",
		"concede yield free release lift ease relax allow permit authorize authorise pardon reinstate readmit unblock restore legalize legalise capitulate",
	],
	// [06] Works together.
	["COOPERATE", "cooperate collaborate partner ally share exchange extradite join unite"],
	// [07] Gives help.
	[
		"AID",
		"donate fund aid assist rescue evacuate shelter feed supply help save treat vaccinate grant send deliver provide subsidize subsidise bail",
	],
	// [08, 087] Gives up ground, ends a fight.
	["RETREAT", "retreat withdraw disarm demobilize demobilise surrender vacate disengage leave abandon"],
	// [09] Looks into.
	[
		"INVESTIGATE",
		"investigate probe inspect search audit examine interrogate question interview review raid autopsy subpoena",
	],
	// [10] Demands.
	["DEMAND", "demand urge appeal petition request beg ask insist order instruct command direct"],
	// [11] Criticises, accuses, sues, charges.
	[
		"DISAPPROVE",
		"condemn criticize criticise denounce accuse blame complain sue slam decry rebuke reprimand censure deplore deride mock lament allege boo",
	],
	// [12] Refuses, vetoes, blocks.
	[
		"REJECT",
		"reject refuse veto oppose rebuff decline defy block dismiss overturn overrule quash annul repeal revoke rescind scrap deny strike-down",
	],
	// [13] Threatens.
	["THREATEN", "threaten warn vow swear intimidate"],
	// [16, 17] Cuts ties, embargoes, punishes, expels.
	[
		"SANCTION",
		"sanction embargo boycott blacklist fine penalize penalise ban suspend expel deport oust sack fire dismiss impeach disqualify strip freeze " +
			"sever recall discipline bar outlaw prohibit tariff",
	],
	// [14] Demonstrates, strikes work.
	["PROTEST", "protest demonstrate march rally riot picket rebel revolt occupy walk-out blockade chant"],
	// Crime and courts.
	[
		"CRIME",
		"arrest detain jail imprison sentence convict charge indict arraign acquit prosecute rob steal murder rape kidnap abduct smuggle traffic " +
			"bribe embezzle launder defraud extort assassinate poison stab strangle burgle vandalize loot hack assault molest plead apprehend capture " +
			"handcuff book execute hang behead escape flee extort dope cheat counterfeit forge steal swindle frame plot",
	],
	// [15] Moves forces, puts them on alert.
	[
		"MOBILIZE",
		"deploy mobilize mobilise mass station redeploy dispatch conscript draft enlist reinforce amass arm prepare",
	],
	// [17] Seizes, restricts, cracks down.
	[
		"COERCE",
		"seize confiscate evict besiege encircle coerce force repress impose curb restrict close cordon quarantine lock-down censor annex compel displace",
	],
	// [18, 19, 20] Attacks.
	[
		"ASSAULT",
		"attack strike bomb shell fire shoot kill injure wound invade storm ambush hit target destroy raid torture slay massacre clash fight battle " +
			"launch shoot-down intercept detonate blow-up torch gun behead maim slaughter retaliate bombard pound level overrun capture conquer " +
			"penetrate repel repulse counterattack besiege down gas stab beat",
	],
	// Public statements that are the news.
	[
		"STATEMENT",
		"announce declare pledge promise proclaim unveil speak address testify apologize apologise comment endorse",
	],
	// What was hidden comes out.
	[
		"DISCLOSE",
		"leak reveal disclose expose publish discover uncover unearth find detect identify confirm divulge declassify release report",
	],
	// Plans change.
	[
		"SCHEDULE_CHANGE",
		"postpone delay cancel reschedule defer adjourn halt shelve pause resume extend call-off put-off push-back suspend",
	],
	// Votes and offices.
	[
		"ELECTION",
		"elect vote appoint resign inaugurate swear-in dissolve campaign nominate reelect re-elect win lose succeed abdicate step-down unseat",
	],
	// Money, firms, products.
	[
		"BUSINESS",
		"acquire merge buy sell invest launch hire lay-off cut raise lower hike slash devalue default bankrupt list float unveil release recall " +
			"open close shut shutter expand spend borrow lend repay restructure downgrade upgrade rise fall drop plunge soar surge tumble jump climb " +
			"decline slump slip gain rally collapse crash grow shrink rebound earn post nationalize nationalise privatize privatise outsource " +
			"relocate build produce ship export import tax ration patent license bid auction boost reduce increase double triple halve",
	],
	// Nature and disease.
	[
		"NATURAL",
		"erupt flood quake shake rage burn spread landfall inundate subside thaw hail snow drown infect mutate submerge swamp lash batter sweep engulf " +
			"die sicken recover starve drought",
	],
	// Mishaps.
	[
		"ACCIDENT",
		"crash collide derail explode sink capsize overturn collapse leak spill rupture burst ignite fail malfunction fall plunge ditch skid veer " +
			"burn trap injure drown electrocute strand ground break-down break",
	],
	[
		"OTHER",
		"begin start end stop finish arrive depart land travel return move enter reach cross pass sail fly drive hold celebrate marry divorce " +
			"born perform play score defeat beat retire replace complete create establish found introduce adopt enact implement trigger spark become " +
			"take give make carry-out set-up test install remove replace ease cause lead result prompt provoke emerge appear disappear vanish happen " +
			"occur break-out erupt unfold fail succeed miss bring rule decide choose award host lose undergo suffer sustain damage face " +
			"hospitalize hospitalise admit discharge check-in perish survive evacuate cool heat contaminate pollute bury mourn film record write " +
			"premiere air broadcast star cast sign rename split divide reopen reunite rejoin",
	],
	// Further verbs of the same kinds.
	["AGREE", "pay compensate reimburse refund repay comply commit"],
	["CONSULT", "brief chair attend gather"],
	["CONCEDE", "acquit exonerate commute waive decriminalize decriminalise loosen unfreeze reopen lift"],
	["AID", "airlift resettle house tow transport ferry treat quench extinguish"],
	[
		"SANCTION",
		"dock demote ground exclude eject evict relieve depose topple overthrow unseat remove punish reprimand delist revoke",
	],
	["PROTEST", "hurl throw torch barricade heckle disrupt chant mob"],
	[
		"CRIME",
		"catch chase foil thwart nab bust ambush burgle con impersonate harass threaten stalk bully hijack ransom mug shoplift launder spy tamper plant fake misuse",
	],
	["MOBILIZE", "patrol scramble garrison surround concentrate position fortify equip recruit train"],
	["COERCE", "impound raze bulldoze demolish expropriate uproot disperse tear-gas outlaw tighten"],
	[
		"ASSAULT",
		"hurl lob blast spray slash bludgeon wipe riddle strafe torpedo pelt punch kick slap choke drone sabotage booby-trap",
	],
	["DISCLOSE", "unmask spot trace unseal air broadcast publicize publicise"],
	["SCHEDULE_CHANGE", "expire lapse elapse stall interrupt shorten lengthen prolong bring-forward"],
	[
		"BUSINESS",
		"overhaul phase rehire recruit furlough sack peak bottom slow accelerate weaken strengthen appreciate depreciate stabilize stabilise " +
			"outbid divest wind refinance garner net beat grant",
	],
	["NATURAL", "swell dry melt evaporate inundate topple uproot pelt blanket intensify weaken dissipate"],
	[
		"ACCIDENT",
		"slam smash skid overrun malfunction short-circuit stall jackknife topple buckle shatter rip flip lose contact",
	],
	[
		"OTHER",
		"receive object check qualify advance exit debut graduate enrol enroll wed divorce collapse faint hospitalise undergo swim climb " +
			"retain defend reclaim knock floor inform ignore repair rebuild renovate dig drill deny dispatch peak pour rush escalate worsen deteriorate improve",
	],
];

const NOUNS: readonly [EventType, string][] = [
	[
		"AGREE",
		"agreement accord deal truce ceasefire cease-fire armistice treaty pact settlement ratification memorandum compromise approval endorsement",
	],
	[
		"CONSULT",
		"meeting summit talk negotiation visit conference consultation mediation hearing discussion dialogue phone-call",
	],
	["SUPPORT", "recognition apology praise tribute nomination defence"],
	["CONCEDE", "release pardon amnesty concession reinstatement parole liberation"],
	["COOPERATE", "cooperation collaboration partnership exchange extradition merger-talks"],
	["AID", "rescue evacuation donation bailout relief vaccination airlift"],
	["RETREAT", "retreat withdrawal pullout pull-out surrender disarmament disengagement exodus resignation-call"],
	[
		"INVESTIGATE",
		"investigation probe inquiry inquest inspection raid search audit autopsy interrogation crackdown review",
	],
	["DEMAND", "demand appeal petition request ultimatum order lawsuit"],
	["DISAPPROVE", "condemnation criticism accusation complaint rebuke lawsuit censure outcry backlash"],
	["REJECT", "rejection refusal veto denial dismissal annulment repeal defiance"],
	["THREATEN", "threat warning ultimatum intimidation"],
	[
		"SANCTION",
		"sanction embargo boycott fine penalty ban suspension expulsion deportation ouster sacking impeachment disqualification blacklisting tariff",
	],
	[
		"PROTEST",
		"protest demonstration rally riot march unrest uprising revolt rebellion strike walkout walk-out sit-in picket revolution insurrection mutiny blockade",
	],
	[
		"CRIME",
		"arrest detention murder killing robbery theft burglary kidnapping abduction rape trial conviction sentencing indictment charge verdict " +
			"acquittal assassination fraud heist shooting stabbing hijacking hacking cyberattack hack breach bribery smuggling arson doping plea " +
			"execution homicide manslaughter assault imprisonment plot prosecution extortion jailbreak escape sentence",
	],
	[
		"MOBILIZE",
		"deployment mobilization mobilisation buildup build-up redeployment conscription drill exercise preparation",
	],
	[
		"COERCE",
		"seizure confiscation eviction siege occupation annexation curfew lockdown crackdown blockade quarantine repression displacement",
	],
	[
		"ASSAULT",
		"attack strike airstrike air-strike bombing shelling raid invasion offensive ambush battle fighting war clash massacre genocide explosion blast " +
			"bombardment operation counteroffensive counter-offensive incursion assault onslaught martyrdom killing death slaying retaliation " +
			"skirmish conflict hostility violence firefight gunfire barrage coup takeover shootout drone-strike crossfire detonation torture",
	],
	["STATEMENT", "announcement speech declaration statement pledge promise address proclamation remark"],
	["DISCLOSE", "leak disclosure revelation publication discovery exposure confession whistleblowing"],
	["SCHEDULE_CHANGE", "postponement delay cancellation adjournment suspension rescheduling halt extension"],
	[
		"ELECTION",
		"election vote referendum resignation appointment inauguration primary runoff run-off ballot poll reelection re-election by-election landslide",
	],
	[
		"BUSINESS",
		"merger acquisition takeover bankruptcy layoff lay-off recall launch closure shutdown sale purchase investment ipo default devaluation downturn " +
			"recession crash collapse slump crisis downgrade bailout restructuring expansion hike increase decline drop rise fall surge plunge cut " +
			"buyout shortage slowdown inflation hyperinflation rally selloff sell-off foreclosure privatization privatisation nationalization liquidation",
	],
	[
		"NATURAL",
		"earthquake quake tremor aftershock tsunami hurricane typhoon cyclone tornado storm flood flooding wildfire drought eruption landslide " +
			"mudslide avalanche blizzard heatwave outbreak epidemic pandemic famine rainfall downpour snowstorm rainstorm thunderstorm contamination infection",
	],
	[
		"ACCIDENT",
		"accident crash collision derailment sinking spill fire blaze blackout outage explosion blast capsizing collapse stampede failure malfunction " +
			"rupture meltdown disaster incident catastrophe mishap pileup leak",
	],
	[
		"OTHER",
		"ceremony funeral wedding marriage divorce birth death dismissal arrival departure transfer move debut premiere ruling decision injury casualty defeat victory win loss hospitalization hospitalisation surgery transplant tournament festival parade match race",
	],
	[
		"CRIME",
		"case-fraud shootout lynching beheading carjacking looting vandalism corruption blackmail trafficking poisoning hostage-taking theft spree",
	],
	["SANCTION", "punishment demotion exclusion eviction removal embargo freeze"],
	["NATURAL", "heat-wave deluge cold-snap sandstorm hailstorm monsoon swarm"],
	["ACCIDENT", "drowning wreck crash-landing overdose gas-leak breakdown"],
	["OTHER", "launch landing fight bout treatment coronation memorial vigil concert"],
];

/** Verb lemma to type; where several fit, the first list that is not OTHER wins, in the order of `VERB_PREFERENCE`. */
export const VERB_TYPES: ReadonlyMap<string, EventType> = typeMap(VERBS, [
	["fire", "ASSAULT"],
	["raid", "ASSAULT"],
	["strike", "ASSAULT"],
	["release", "CONCEDE"],
	["recall", "BUSINESS"],
	["launch", "OTHER"],
	["leak", "DISCLOSE"],
	["collapse", "ACCIDENT"],
	["crash", "ACCIDENT"],
	["fall", "BUSINESS"],
	["beat", "OTHER"],
	["injure", "ASSAULT"],
	["burn", "ACCIDENT"],
	["call", "OTHER"],
	["win", "ELECTION"],
	["lose", "OTHER"],
	["leave", "OTHER"],
	["join", "OTHER"],
	["send", "OTHER"],
	["find", "DISCLOSE"],
	["open", "OTHER"],
	["close", "OTHER"],
	["break", "OTHER"],
	["report", "DISCLOSE"],
	["confirm", "DISCLOSE"],
	["deny", "REJECT"],
	["plunge", "BUSINESS"],
	["speak", "STATEMENT"],
	["call-off", "SCHEDULE_CHANGE"],
	["spread", "NATURAL"],
	["capture", "COERCE"],
	["flee", "RETREAT"],
	["escape", "OTHER"],
	["suspend", "SANCTION"],
	["die", "OTHER"],
	["recover", "OTHER"],
	["cut", "BUSINESS"],
	["arrest", "CRIME"],
	["allow", "CONCEDE"],
	["decline", "BUSINESS"],
]);

/** Noun lemma to type. */
export const NOUN_TYPES: ReadonlyMap<string, EventType> = typeMap(NOUNS, [
	["strike", "ASSAULT"],
	["raid", "ASSAULT"],
	["explosion", "ACCIDENT"],
	["blast", "ACCIDENT"],
	["killing", "ASSAULT"],
	["death", "OTHER"],
	["collapse", "ACCIDENT"],
	["crash", "ACCIDENT"],
	["takeover", "BUSINESS"],
	["leak", "DISCLOSE"],
	["assault", "ASSAULT"],
	["dismissal", "SANCTION"],
	["suspension", "SANCTION"],
	["crackdown", "COERCE"],
]);

/** Events that stand before their name ("Hurricane Milton"). */
export const NAMED_EVENTS: ReadonlySet<string> = set("hurricane typhoon cyclone storm");

export interface ContextRule {
	/** Words beside the trigger that give it the type. */
	near: ReadonlySet<string>;
	/** With one of these beside it the type is another. */
	unless?: ReadonlySet<string>;
	/** Words whose company in the whole article gives it the type where nothing beside it decides. */
	article?: ReadonlySet<string>;
	type: EventType;
}

/** Types that other words of the phrase decide: "strike" with workers is a protest, "fired" with a boss a sacking. */
export const CONTEXT_TYPES: ReadonlyMap<string, readonly ContextRule[]> = new Map<string, readonly ContextRule[]>([
	[
		"strike",
		[
			{
				near: set(
					"essential service worker union teacher nurse doctor driver pilot miner machinist employee staff labor labour walkout wage pay rail train dockworker " +
						"hunger crew actor writer port postal bus strike-action picket stoppage striker",
				),
				unless: set(
					"air missile drone rocket military army troop jet warplane bomber bomb bombing target raid navy airstrike militant general commander munition",
				),
				article: set("union machinist walkout picket striker stoppage wage dockworker"),
				type: "PROTEST" as const,
			},
			{
				near: set("earthquake quake hurricane storm tornado typhoon cyclone lightning tsunami magnitude"),
				type: "NATURAL" as const,
			},
		],
	],
	[
		"hit",
		[
			{
				near: set("earthquake quake hurricane storm tornado typhoon cyclone tsunami magnitude flood"),
				type: "NATURAL" as const,
			},
		],
	],
	[
		"fire",
		[
			{
				near: set(
					"manager coach employee boss minister executive chief director staff ceo head secretary doctor trainer adviser commissioner",
				),
				type: "SANCTION" as const,
			},
		],
	],
	[
		"leak",
		[
			{
				near: set("gas oil pipeline chemical water fuel radiation radioactive ammonia methane crude tank"),
				type: "ACCIDENT" as const,
			},
		],
	],
	[
		"kill",
		[
			{
				near: set(
					"crash earthquake quake accident flood collision storm avalanche fire landslide bus tsunami hurricane mine explosion stampede derailment",
				),
				type: "ACCIDENT" as const,
			},
		],
	],
	[
		"injure",
		[{ near: set("crash earthquake quake accident flood collision storm fire bus train"), type: "ACCIDENT" as const }],
	],
	["fall", [{ near: set("bridge wall crane roof cliff aircraft plane balcony ladder"), type: "ACCIDENT" as const }]],
	["break down", [{ near: set("talk negotiation deal dialogue relation"), type: "REJECT" as const }]],
	[
		"close",
		[
			{ near: set("border crossing airspace embassy"), type: "COERCE" as const },
			{ near: set("plant factory store firm branch mill mine shop office"), type: "BUSINESS" as const },
		],
	],
	[
		"collapse",
		[
			{ near: set("talk negotiation deal agreement ceasefire"), type: "REJECT" as const },
			{ near: set("bank currency market price share economy firm company"), type: "BUSINESS" as const },
		],
	],
	["crash", [{ near: set("bank currency market price share economy stock"), type: "BUSINESS" as const }]],
	[
		"suspend",
		[
			{
				near: set("talk match flight service game play season session trading race work negotiation"),
				type: "SCHEDULE_CHANGE" as const,
			},
		],
	],
	[
		"suspension",
		[{ near: set("talk match flight service game play season session trading"), type: "SCHEDULE_CHANGE" as const }],
	],
	[
		"win",
		[
			{
				near: set("match game title cup race medal championship final tournament award prize gold"),
				type: "OTHER" as const,
			},
		],
	],
	["recall", [{ near: set("ambassador envoy diplomat"), type: "SANCTION" as const }]],
	["explosion", [{ near: set("bomb bomber suicide device attack"), type: "ASSAULT" as const }]],
	["blast", [{ near: set("bomb bomber suicide device attack"), type: "ASSAULT" as const }]],
	["release", [{ near: set("album film movie single song trailer product version"), type: "BUSINESS" as const }]],
	["charge", [{ near: set("murder court prosecutor police fraud assault"), type: "CRIME" as const }]],
]);

/** The types of a verb with its particle come before the verb's own ("called off"). */
export const PHRASAL_TYPES: ReadonlyMap<string, EventType> = new Map<string, EventType>([
	["call off", "SCHEDULE_CHANGE"],
	["put off", "SCHEDULE_CHANGE"],
	["push back", "SCHEDULE_CHANGE"],
	["lay off", "BUSINESS"],
	["shut down", "BUSINESS"],
	["close down", "BUSINESS"],
	["sell off", "BUSINESS"],
	["step down", "ELECTION"],
	["stand down", "ELECTION"],
	["swear in", "ELECTION"],
	["break out", "OTHER"],
	["break down", "ACCIDENT"],
	["blow up", "ASSAULT"],
	["shoot down", "ASSAULT"],
	["gun down", "ASSAULT"],
	["pull out", "RETREAT"],
	["back down", "CONCEDE"],
	["give up", "CONCEDE"],
	["walk out", "PROTEST"],
	["strike down", "REJECT"],
	["turn down", "REJECT"],
	["throw out", "REJECT"],
	["kick out", "SANCTION"],
	["hold up", "SCHEDULE_CHANGE"],
	["carry out", "OTHER"],
	["set off", "ACCIDENT"],
	["go off", "ACCIDENT"],
	["burn down", "ACCIDENT"],
	["wash away", "NATURAL"],
	["pass away", "OTHER"],
	["take over", "BUSINESS"],
	["rule out", "REJECT"],
	["cut off", "SANCTION"],
	["lock up", "CRIME"],
	["break in", "CRIME"],
	["turn away", "REJECT"],
]);

function set(list: string): ReadonlySet<string> {
	return new Set(list.split(" "));
}

function typeMap(
	rows: readonly [EventType, string][],
	preferred: readonly [string, EventType][],
): Map<string, EventType> {
	const map = new Map<string, EventType>(preferred);
	for (const [type, list] of rows) for (const word of list.split(" ")) if (!map.has(word)) map.set(word, type);
	return map;
}
