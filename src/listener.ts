import type { AddressInfo } from "node:net";
import type { AccessMode } from "./access/decide-access.js";

/** The port of a process, and what stands behind it. */
export interface Listener {
	/** Starts to listen; answers where. Rejects where the port is taken. */
	listen(port: number, host: string): Promise<AddressInfo>;
	/** How changes are allowed; null where nobody is answered. */
	accessMode(): Promise<AccessMode | null>;
	/** Takes no more requests, and lets those under way end. */
	close(): Promise<void>;
}
