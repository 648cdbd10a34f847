import { isCurrency, ProblemError, quoteCell, type Decimal, type Instant } from '@bourse/sdk';
import { toDecimal } from '../values/amounts.js';

/** One object of an answer, whose numbers are texts. What is missing, null or empty is undefined. */
export class WireObject {
  readonly #members: Readonly<Record<string, unknown>>;
  readonly #path: string;

  /** @throws ProblemError MALFORMED_RESPONSE where the value is no object */
  constructor(value: unknown, path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw malformed(path, 'no object');
    this.#members = Object.fromEntries(Object.entries(value));
    this.#path = path;
  }

  /** The objects of a list. */
  static list(value: unknown, path: string): WireObject[] {
    if (!Array.isArray(value)) throw malformed(path, 'no list');
    return value.map((item: unknown, index) => new WireObject(item, `${path}[${index}]`));
  }

  get names(): readonly string[] {
    return Object.keys(this.#members);
  }

  text(name: string): string | undefined {
    const value = this.#members[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  }

  neededText(name: string): string {
    return this.text(name) ?? this.#refuse(name, 'missing');
  }

  decimal(name: string): Decimal | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    return toDecimal(text) ?? this.#refuse(name, `${quoteCell(text)}, which is no number`);
  }

  neededDecimal(name: string): Decimal {
    return this.decimal(name) ?? this.#refuse(name, 'missing');
  }

  currency(name: string): string {
    const text = this.neededText(name);
    return isCurrency(text) ? text : this.#refuse(name, `${quoteCell(text)}, which is no currency`);
  }

  isTrue(name: string): boolean {
    return this.#members[name] === true;
  }

  /** Milliseconds since 1970. */
  milliseconds(name: string): number {
    const number = Number(this.neededText(name));
    return Number.isSafeInteger(number) ? number : this.#refuse(name, 'no time');
  }

  instant(name: string): Instant {
    return new Date(this.milliseconds(name)).toISOString();
  }

  object(name: string): WireObject {
    return new WireObject(this.#members[name], `${this.#path}.${name}`);
  }

  list(name: string): WireObject[] {
    return WireObject.list(this.#members[name], `${this.#path}.${name}`);
  }

  #refuse(name: string, what: string): never {
    throw malformed(`${this.#path}.${name}`, what);
  }
}

function malformed(path: string, what: string): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `The Client Portal API answered with something else than expected: ${path} was ${what}.`,
    place: { path },
  });
}
