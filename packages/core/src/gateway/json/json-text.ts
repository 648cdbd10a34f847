/** A member of an object or an element of an array, by where it stands in the text. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

/** An object or an array of a JSON text, with the places of what it holds. */
export interface JsonContainer extends JsonSpan {
  readonly kind: 'object' | 'array';
  /** Values by key; those of an array by their index. */
  readonly members: ReadonlyMap<string, JsonSpan>;
}

/** Why a place cannot be found in a text. */
export class JsonTextError extends Error {
  override readonly name = 'JsonTextError';
}

const WHITE = /[ \t\r\n]*/y;
const SCALAR = /[-+.\w]+/y;
const BACKSLASH = 0x5c;

/** Objects and arrays inside each other that are still walked. */
const MAX_DEPTH = 200;

/**
 * Walks a JSON text without making values of it, so that what is left alone keeps its bytes: numbers, escapes and white
 * space. A key that stands twice on the way is refused, since two parsers may see two different values there.
 */
export class JsonText {
  readonly text: string;
  #at = 0;

  /** @throws JsonTextError for a text that JSON.parse refuses */
  constructor(text: string) {
    this.text = text;
    try {
      JSON.parse(text);
    } catch {
      // The error of the parser quotes the text, which may hold a secret.
      throw new JsonTextError('This is no JSON text.');
    }
  }

  /** Where the value of a pointer stands; undefined where there is none. */
  find(tokens: readonly string[]): JsonSpan | undefined {
    let span: JsonSpan | undefined = this.#skip(0);
    for (const token of tokens) {
      if (span === undefined) return undefined;
      span = this.#open(span)?.members.get(token);
    }
    return span;
  }

  /** The object or array at a pointer; undefined where there is another value or none. */
  container(tokens: readonly string[]): JsonContainer | undefined {
    const span = this.find(tokens);
    return span === undefined ? undefined : this.#open(span);
  }

  /** The value at a span. */
  valueOf({ start, end }: JsonSpan): unknown {
    return JSON.parse(this.text.slice(start, end));
  }

  #open({ start, end }: JsonSpan): JsonContainer | undefined {
    const first = this.text.charAt(start);
    if (first !== '{' && first !== '[') return undefined;
    const members = new Map<string, JsonSpan>();
    const isObject = first === '{';
    this.#at = start + 1;
    while (!this.#closes(isObject ? '}' : ']')) {
      const key = isObject ? this.#readKey() : String(members.size);
      if (members.has(key)) throw new JsonTextError('A key stands twice in one object.');
      members.set(key, this.#skip(this.#at));
    }
    return { kind: isObject ? 'object' : 'array', start, end, members };
  }

  #closes(closing: string): boolean {
    this.#white();
    if (this.text.charAt(this.#at) === ',') {
      this.#at += 1;
      this.#white();
    }
    return this.text.charAt(this.#at) === closing;
  }

  #readKey(): string {
    const start = this.#at;
    this.#takeString();
    const key: unknown = JSON.parse(this.text.slice(start, this.#at));
    this.#white();
    this.#at += 1;
    return String(key);
  }

  /** Steps over one value, without recursion. */
  #skip(from: number): JsonSpan {
    this.#at = from;
    this.#white();
    const start = this.#at;
    let depth = 0;
    do {
      this.#white();
      const first = this.text.charAt(this.#at);
      if (first === '"') this.#takeString();
      else if (first === ',' || first === ':') this.#at += 1;
      else if (first === '{' || first === '[' || first === '}' || first === ']') {
        depth += first === '{' || first === '[' ? 1 : -1;
        if (depth > MAX_DEPTH) throw new JsonTextError('The JSON text is nested too deeply.');
        this.#at += 1;
      } else this.#take(SCALAR);
    } while (depth > 0);
    return { start, end: this.#at };
  }

  #takeString(): void {
    let end = this.text.indexOf('"', this.#at + 1);
    while (this.#isEscaped(end)) end = this.text.indexOf('"', end + 1);
    this.#at = end + 1;
  }

  #isEscaped(index: number): boolean {
    let backslashes = 0;
    while (this.text.charCodeAt(index - 1 - backslashes) === BACKSLASH) backslashes += 1;
    return backslashes % 2 === 1;
  }

  #white(): void {
    this.#take(WHITE);
  }

  #take(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    pattern.exec(this.text);
    this.#at = Math.max(this.#at, pattern.lastIndex);
  }
}
