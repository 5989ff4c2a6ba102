import { decodeHTML } from "entities";
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

/** What a reader of tags is told, in document order. Names are in lower case, attribute values decoded and trimmed. */
export interface TagListener {
	start(name: string, attributes: ReadonlyMap<string, string>): void;
	end?(name: string): void;
	/** Raw character data between any two tags. */
	text?(raw: string): void;
}

/** More attributes of one tag are an attack; the rest of them is passed over. */
const MAX_ATTRIBUTES = 200;

/**
 * Reads the start tags of the named elements, of HTML in any condition, without regard to what is in what. Linear in the
 * length of the HTML.
 */
export function readTags(html: string, names: ReadonlySet<string>, listener: TagListener): void {
	const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, new TagReader(html, names, listener));
	tokenizer.write(html);
	tokenizer.end();
}

class TagReader implements TokenizerCallbacks {
	#name = "";
	#isWanted = false;
	#attributes = new Map<string, string>();
	#attribute = "";
	#value = "";

	constructor(
		private readonly html: string,
		private readonly names: ReadonlySet<string>,
		private readonly listener: TagListener,
	) {}

	onopentagname(start: number, end: number): void {
		this.#name = this.html.slice(start, end).toLowerCase();
		this.#isWanted = this.names.has(this.#name);
		if (this.#isWanted) this.#attributes = new Map();
	}

	onattribname(start: number, end: number): void {
		if (!this.#isWanted) return;
		this.#attribute = this.html.slice(start, end).toLowerCase();
		this.#value = "";
	}

	onattribdata(start: number, end: number): void {
		if (this.#isWanted) this.#value += this.html.slice(start, end);
	}

	onattribend(): void {
		if (!this.#isWanted || this.#attributes.has(this.#attribute) || this.#attributes.size >= MAX_ATTRIBUTES) return;
		this.#attributes.set(this.#attribute, decodeHTML(this.#value).trim());
	}

	onopentagend(): void {
		if (this.#isWanted) this.listener.start(this.#name, this.#attributes);
	}

	onselfclosingtag(): void {
		this.onopentagend();
	}

	onclosetag(start: number, end: number): void {
		this.listener.end?.(this.html.slice(start, end).toLowerCase());
	}

	ontext(start: number, end: number): void {
		this.listener.text?.(this.html.slice(start, end));
	}

	onattribentity(): void {}
	oncdata(): void {}
	oncomment(): void {}
	ondeclaration(): void {}
	onend(): void {}
	onprocessinginstruction(): void {}
	ontextentity(): void {}
}
