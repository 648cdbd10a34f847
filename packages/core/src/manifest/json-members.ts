import { joinPath } from './json-path.js';

const BACKSLASH = 0x5c;

/** One value below the root of a JSON text. */
export interface JsonMember {
  readonly path: string;
  /** Where its key begins, or the value itself in an array. */
  readonly offset: number;
  /** Whether its key stood before in the same object. */
  readonly repeated: boolean;
}

/** Lists every value below the root of a text that JSON.parse takes, in the order of the text. */
export function listMembers(text: string): readonly JsonMember[] {
  return new MemberReader(text).read();
}

class MemberReader {
  readonly #text: string;
  readonly #members: JsonMember[] = [];
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly JsonMember[] {
    this.#readValue('');
    return this.#members;
  }

  #readValue(path: string): void {
    const first = this.#next();
    if (first === '{') this.#readObject(path);
    else if (first === '[') this.#readArray(path);
    else if (first === '"') this.#position = endOfString(this.#text, this.#position) + 1;
    else while (/[\w.+-]/.test(this.#text.charAt(this.#position))) this.#position += 1;
  }

  #readObject(path: string): void {
    const keys = new Set<string>();
    while (this.#hasAnother('}')) {
      const offset = this.#position;
      this.#position = endOfString(this.#text, offset) + 1;
      const key: unknown = JSON.parse(this.#text.slice(offset, this.#position));
      const member = joinPath(path, String(key));
      this.#members.push({ path: member, offset, repeated: keys.has(String(key)) });
      keys.add(String(key));
      this.#next();
      this.#position += 1;
      this.#readValue(member);
    }
  }

  #readArray(path: string): void {
    for (let index = 0; this.#hasAnother(']'); index += 1) {
      const member = joinPath(path, index);
      this.#members.push({ path: member, offset: this.#position, repeated: false });
      this.#readValue(member);
    }
  }

  /** Steps over an opening bracket or a comma, or over the closing bracket after the last value. */
  #hasAnother(closing: '}' | ']'): boolean {
    if (this.#next() !== closing) {
      this.#position += 1;
      if (this.#next() !== closing) return true;
    }
    this.#position += 1;
    return false;
  }

  /** Skips white space. */
  #next(): string {
    while (/\s/.test(this.#text.charAt(this.#position))) this.#position += 1;
    return this.#text.charAt(this.#position);
  }
}

/** The index of the quote that closes the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(index - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}
