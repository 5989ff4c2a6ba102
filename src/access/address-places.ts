import { countedAddress, isLoopback } from "./client-address.js";

/** Connections that go on for long, of each address. */
export interface AddressPlaces {
	/** Takes a place for one more connection; null where the address has all it may have. What is given gives it back, once. */
	take(address: string): (() => void) | null;
}

/**
 * No address may have more than `most` connections of subscribers. This machine may: whoever is on it can do worse, and a proxy on it that is not trusted
 * stands for everybody.
 */
export function createAddressPlaces(most: number): AddressPlaces {
	const taken = new Map<string, number>();
	return {
		take: (address) => {
			if (isLoopback(address)) return () => {};
			const key = countedAddress(address);
			const count = taken.get(key) ?? 0;
			if (count >= most) return null;
			taken.set(key, count + 1);
			let isTaken = true;
			return () => {
				if (!isTaken) return;
				isTaken = false;
				const left = (taken.get(key) ?? 1) - 1;
				if (left > 0) taken.set(key, left);
				else taken.delete(key);
			};
		},
	};
}
