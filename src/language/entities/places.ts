import { COUNTRIES } from "../en/entity-countries.js";
import { CITIES, LOCATIONS, REGIONS } from "../en/entity-places.js";
import { DEFINITE_ARTICLE } from "../en/entity-words.js";

const ARTICLE = `${DEFINITE_ARTICLE} `;

/** A place by one of its names. */
export interface Place {
	/** The name under which all mentions go: the country for its adjectives and short forms, the city for a city. */
	name: string;
	type: "GPE" | "LOCATION";
	/** The country it lies in or is; null for what belongs to no one country. */
	country: string | null;
}

const places = readPlaces();

/**
 * The country that a name, adjective, capital, city or region stands for: "Iranian" and "Tehran" give "Iran", "US" and
 * "Washington" give "United States"; null for anything else.
 */
export function countryOf(name: string): string | null {
	return places.get(name)?.country ?? null;
}

/** Every name as printed, with the place it denotes; "the " in front means that the name needs the article. */
export function allPlaceNames(): Iterable<readonly [string, Place]> {
	return places.entries();
}

/** Earlier lists win: a country before a city of the same name, a capital before a region. */
function readPlaces(): Map<string, Place> {
	const found = new Map<string, Place>();
	const add = (name: string, place: Place) => {
		if (name !== "" && !found.has(name)) found.set(name, place);
	};
	for (const line of lines(COUNTRIES)) {
		const [country = "", names = "", adjectives = "", seats = ""] = line.split("|");
		const place: Place = { name: country, type: "GPE", country };
		for (const name of [country, ...names.split(","), ...adjectives.split(",")]) add(name.replace(" , ", ", "), place);
		const [capital, ...others] = seats.split(",");
		for (const seat of [capital ?? "", ...others]) add(seat, { name: seat, type: "GPE", country });
	}
	for (const table of [CITIES, REGIONS])
		for (const line of lines(table)) {
			const [country = "", names = ""] = line.split(": ");
			for (const name of names.split(","))
				add(name, { name: name.startsWith(ARTICLE) ? name.slice(ARTICLE.length) : name, type: "GPE", country });
		}
	for (const line of lines(LOCATIONS)) {
		const [name = "", others = ""] = line.split("|");
		for (const other of [name, ...others.split(",")]) add(other, { name, type: "LOCATION", country: null });
	}
	return found;
}

function lines(table: string): string[] {
	return table.split("\n").filter((line) => line !== "");
}
