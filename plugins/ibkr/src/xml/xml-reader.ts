import { ProblemError } from '@bourse/sdk';
import { SaxesParser } from 'saxes';
import { AmpersandEscaper } from './escape-ampersands.js';
import type { XmlElement, XmlHandler } from './xml-element.js';

/** The most characters that one tag, comment or declaration may have. */
const TOKEN_MAX_CHARACTERS = 16_000_000;

/** Thrown out of the parser so that reading goes on with a new one, from a place of the text on. */
class Restart extends Error {
  readonly position: number;

  constructor(position: number) {
    super();
    this.position = position;
  }
}

interface OpenElement extends XmlElement {
  hasElements: boolean;
}

/** A start tag that has begun and not ended. */
interface PendingTag {
  readonly name: string;
  readonly line: number;
  fault?: string;
}

/**
 * Reads a document piece by piece and tells a handler of its elements. A tag that is broken costs its own element and no
 * other: the parser begins anew with the next `<`. An end tag that belongs to nothing ends nothing. Entities of a
 * document are never expanded, a DOCTYPE is refused.
 */
export class XmlReader {
  readonly #handler: XmlHandler;
  readonly #escaper = new AmpersandEscaper();
  readonly #open: OpenElement[] = [];
  #parser = this.#createParser(1);
  #tag: PendingTag | undefined;
  /** The piece that is being parsed. */
  #text = '';
  /** Characters that this parser was given before the current piece. */
  #before = 0;
  /** Where in the current piece to begin anew. */
  #restart = 0;
  /** Characters that this parser had read when it last told something. */
  #told = 0;
  #isMuted = false;
  /** Elements that the last end tag ended, if it turns out to belong to one of them. */
  #ending = 0;
  /** Whether the last end tag has not met its element yet. */
  #isUnwinding = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /**
   * @throws ProblemError UNSUPPORTED_FORMAT for a DOCTYPE.
   * @throws ProblemError INPUT_TOO_LARGE where a single tag is larger than all that a reader could mean.
   */
  write(piece: string): void {
    this.#feed(this.#escaper.escape(piece));
    if (this.#parser.position - this.#told > TOKEN_MAX_CHARACTERS) throw tooLarge(this.#parser.line);
  }

  /** Ends the document. What is still open is ended, and is a fault. */
  end(): void {
    this.#feed(this.#escaper.end());
    if (this.#tag !== undefined) this.#leaveBrokenTag(this.#tag, 'the file ends inside this element');
    this.#settleEnd();
    const innermost = this.#open.at(-1);
    if (innermost === undefined) {
      this.#parser.close();
      return;
    }
    this.#tellFault(`the file ends inside ${innermost.name}`);
    while (this.#open.length > 0) this.#end();
  }

  #feed(text: string): void {
    let rest = text;
    while (!this.#parse(rest)) rest = this.#recover(rest);
    this.#before += rest.length;
  }

  #parse(text: string): boolean {
    this.#text = text;
    try {
      this.#parser.write(text);
      return true;
    } catch (error) {
      if (!(error instanceof Restart)) throw error;
      this.#restart = error.position - this.#before;
      return false;
    }
  }

  /** Begins anew inside of what is open. @returns the text that is still to be read */
  #recover(text: string): string {
    const rest = text.slice(this.#restart);
    if (this.#tag !== undefined) this.#leaveBrokenTag(this.#tag, 'another element begins inside its tag');
    const ancestors = this.#open.map(({ name }) => `<${name}>`).join('');
    this.#parser = this.#createParser(this.#parser.line);
    this.#before = ancestors.length;
    this.#told = ancestors.length;
    this.#isMuted = true;
    this.#parser.write(ancestors);
    this.#isMuted = false;
    return rest;
  }

  #leaveBrokenTag({ name, line }: PendingTag, fault: string): void {
    this.#settleEnd();
    this.#tag = undefined;
    this.#markParent();
    this.#handler.leaf({ name, line, fault, attributes: {}, depth: this.#open.length + 1 });
  }

  #createParser(line: number): SaxesParser {
    const parser = new SaxesParser();
    parser.line = line;
    parser.on('opentagstart', ({ name }) => {
      if (!this.#isMuted) this.#tag = { name, line: parser.line };
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (!this.#isMuted) this.#start(name, attributes);
    });
    parser.on('closetag', () => this.#noteEnd());
    parser.on('doctype', () => {
      throw hasDoctype();
    });
    parser.on('error', (error) => this.#fail(error.message.replace(/^\d+:\d+: /, '')));
    return parser;
  }

  #start(name: string, attributes: XmlElement['attributes']): void {
    this.#settleEnd();
    const { line = this.#parser.line, fault } = this.#tag ?? {};
    this.#tag = undefined;
    this.#told = this.#parser.position;
    this.#markParent();
    const depth = this.#open.length + 1;
    const element = {
      name,
      attributes,
      line,
      depth,
      hasElements: false,
      ...(fault === undefined ? {} : { fault }),
    };
    this.#open.push(element);
    this.#handler.start(element);
  }

  /** The parser ends one element after the other until it meets the one that the end tag names, if there is one. */
  #noteEnd(): void {
    if (!this.#isUnwinding) this.#settleEnd();
    this.#ending += 1;
    this.#isUnwinding = false;
  }

  #settleEnd(): void {
    const count = this.#ending;
    this.#ending = 0;
    if (count > 1) this.#tellFault(`${this.#open.at(-1)?.name} never ends`);
    for (let index = 0; index < count; index += 1) this.#end();
  }

  /** Forgets an end tag that belongs to no open element. */
  #forgetEnd(message: string): never {
    this.#ending = 0;
    this.#isUnwinding = false;
    this.#tellFault(message);
    throw new Restart(this.#parser.position);
  }

  #end(): void {
    this.#told = this.#parser.position;
    const element = this.#open.pop();
    if (element === undefined) return;
    if (element.hasElements) this.#handler.end(element);
    else this.#handler.leaf(element);
  }

  #markParent(): void {
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.hasElements = true;
  }

  #fail(sentence: string): void {
    const message = sentence.replace(/\.$/, '');
    if (this.#tag !== undefined) {
      this.#tag.fault ??= message;
      if (this.#isAtNewTag()) throw new Restart(this.#parser.position - 1);
    } else if (message === 'unexpected close tag') this.#isUnwinding = true;
    else if (this.#isUnwinding) this.#forgetEnd(message);
    else this.#tellFault(message);
  }

  #tellFault(message: string): void {
    this.#handler.fault({ line: this.#parser.line, message });
  }

  /** Tells whether the character that the parser stumbled over begins a tag. */
  #isAtNewTag(): boolean {
    return this.#text[this.#parser.position - 1 - this.#before] === '<';
  }
}

function hasDoctype(): ProblemError {
  return new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message: 'The file has a DOCTYPE declaration, which no Flex statement has.',
    remedy: 'Give the file as Interactive Brokers made it.',
  });
}

function tooLarge(line: number): ProblemError {
  return new ProblemError({
    code: 'INPUT_TOO_LARGE',
    message: `An element is larger than ${TOKEN_MAX_CHARACTERS} characters.`,
    remedy: 'Give the file as Interactive Brokers made it.',
    place: { lines: [line] },
  });
}
