import { isSearchable, type LiveSecret } from '../scheme/index.js';
import { Automaton } from './automaton.js';
import { EscapeStage } from './escape-stage.js';
import { LANGUAGES } from './escapes.js';
import { Look } from './look.js';
import { PlainStage } from './plain-stage.js';
import { spellingsOf } from './spellings.js';

const NOTHING = new Uint8Array();

/** The bytes that escapes begin with, in any language. */
const MARKS: readonly number[] = [...new Set(LANGUAGES.flat().map(({ mark }) => mark))];

/** Automata of lists that were searched for before. */
const AUTOMATA = new WeakMap<readonly LiveSecret[], Automaton>();

/**
 * Looks for secrets in what an institution answers and puts blanks of the same length in their place: raw, in
 * hexadecimal and base64, and each of these with characters escaped as in URLs, forms, JSON and HTML.
 */
export class SecretSearch {
  readonly #automata: readonly Automaton[];

  /**
   * @param lists Secrets that live as long as each other stand in one list; the same list is prepared only once, so it
   * is never changed.
   */
  constructor(...lists: readonly (readonly LiveSecret[])[]) {
    this.#automata = lists.map(automatonOf).filter(({ longest }) => longest > 0);
  }

  /** Blanks secrets in a text that is there as a whole: a header, a URL, a message. */
  blankText(text: string): string {
    if (this.#automata.length === 0) return text;
    return Buffer.from(this.blankBytes(Buffer.from(text))).toString();
  }

  /** Blanks secrets in bytes that are there as a whole: a body, a frame. */
  blankBytes(bytes: Uint8Array): Uint8Array {
    if (this.#automata.every((automaton) => isClean(automaton, bytes))) return bytes;
    const stream = this.stream();
    const settled = stream.push(bytes);
    const rest = stream.end();
    return rest.length === 0 ? settled : Buffer.concat([settled, rest]);
  }

  /** Blanks secrets in headers, in their names too. */
  blankHeaders(headers: readonly (readonly [string, string])[]): [string, string][] {
    // A line break is part of no header and of no escape, so where all of them together stay as they are, so does each.
    const all = headers.flat().join('\n');
    const isClean = this.#blankHeader(all) === all;
    return headers.map(([name, value]) =>
      isClean ? [name, value] : [this.#blankHeader(name), this.#blankHeader(value)],
    );
  }

  /** A header is read as Latin-1, so that a secret in UTF-8 stands in its bytes and not in its text. */
  #blankHeader(text: string): string {
    const isPlain = Buffer.byteLength(text) === text.length;
    const shown = isPlain
      ? text
      : Buffer.from(this.blankBytes(Buffer.from(text, 'latin1'))).toString('latin1');
    return this.blankText(shown);
  }

  /** Blanks secrets in a body as it comes, across the borders of its chunks. */
  async *blankBody(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const stream = this.stream();
    for await (const chunk of chunks) {
      const settled = stream.push(chunk);
      if (settled.length > 0) yield settled;
    }
    const rest = stream.end();
    if (rest.length > 0) yield rest;
  }

  /** A search through bytes that come in chunks. */
  stream(): BlankingStream {
    // Where a secret stands escaped, its escapes are blanked as a whole before it is looked for as it stands.
    const parts = this.#automata.map((automaton) => ({ automaton, look: new Look(automaton) }));
    const escaped = parts.flatMap(({ automaton, look }) =>
      LANGUAGES.map((escapes) => new EscapeStage(automaton, look, escapes)),
    );
    const plain = parts.map(({ automaton, look }) => new PlainStage(automaton, look));
    return new BlankingStream([...escaped, ...plain]);
  }
}

/** Tells at one look of most bytes that there is nothing in them: no secret as it stands, and nothing escaped. */
function isClean(automaton: Automaton, bytes: Uint8Array): boolean {
  return !MARKS.some((mark) => bytes.includes(mark)) && !new Look(automaton).at(bytes).hasMatch;
}

function automatonOf(secrets: readonly LiveSecret[]): Automaton {
  const known = AUTOMATA.get(secrets);
  if (known !== undefined) return known;
  const searched = secrets.flatMap(({ bytes }) => partsOf(bytes)).filter(isSearchable);
  const automaton = new Automaton(searched.flatMap(spellingsOf));
  AUTOMATA.set(secrets, automaton);
  return automaton;
}

/** One body on its way through the search, in one language after the other. */
export class BlankingStream {
  readonly #stages: readonly (EscapeStage | PlainStage)[];

  constructor(stages: readonly (EscapeStage | PlainStage)[]) {
    this.#stages = stages;
  }

  /** How many secrets were blanked. */
  get found(): number {
    return this.#stages.reduce((sum, { found }) => sum + found, 0);
  }

  push(chunk: Uint8Array): Uint8Array {
    return this.#stages.reduce((bytes, stage) => (bytes.length === 0 ? bytes : stage.push(bytes)), chunk);
  }

  end(): Uint8Array {
    let rest: Uint8Array = NOTHING;
    for (const stage of this.#stages) {
      const settled = rest.length === 0 ? rest : stage.push(rest);
      const held = stage.end();
      rest = settled.length === 0 ? held : Buffer.concat([settled, held]);
    }
    return rest;
  }
}

/** A PEM text is looked for line by line, since its lines can be joined in other ways; its borders are no secret. */
function partsOf(secret: Uint8Array): Uint8Array[] {
  const text = Buffer.from(secret).toString('latin1');
  if (!text.startsWith('-----BEGIN ')) return [secret];
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('-----'))
    .map((line) => Buffer.from(line, 'latin1'));
}
