import { readdirSync, readFileSync } from "node:fs";

/** A script or style as it is sent: its name holds a digest of its content. */
export interface Asset {
	type: string;
	plain: Buffer;
	br: Buffer;
	gzip: Buffer;
}

export interface Assets {
	/** Addresses of what each page loads. */
	script: string;
	style: string;
	/** By file name. */
	files: ReadonlyMap<string, Asset>;
}

const FOLDER = new URL("../generated/web/", import.meta.url);

const TYPES: Record<string, string> = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

/** What `node src/web/build.mjs` has made, some 100 kB; held in memory. Throws where it has not been made. */
export function readAssets(): Assets {
	const read = (name: string) => readFileSync(new URL(name, FOLDER));
	const { script, style } = JSON.parse(read("manifest.json").toString()) as { script: string; style: string };
	const files = new Map<string, Asset>();
	for (const name of readdirSync(FOLDER)) {
		const type = TYPES[name.split(".").at(-1) ?? ""];
		if (type) files.set(name, { type, plain: read(name), br: read(`${name}.br`), gzip: read(`${name}.gz`) });
	}
	return { script: `/assets/${script}`, style: `/assets/${style}`, files };
}
