import { parseNumber, ProblemError, quoteCell, type Decimal, type RawRow } from '@bourse/sdk';

/** Reads the members of one object of an answer. What is null or empty counts as absent. */
export class Fields {
  readonly #members: Readonly<Record<string, unknown>>;
  readonly #place: string;

  /**
   * @param place What the object is, for messages.
   * @throws ProblemError MALFORMED_RESPONSE where the value is no object.
   */
  constructor(value: unknown, place: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw malformed(`${place} is no object.`, place);
    }
    this.#members = { ...value };
    this.#place = place;
  }

  /** The names of all members. */
  get names(): readonly string[] {
    return Object.keys(this.#members);
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.#missing(name);
  }

  optionalText(name: string): string | undefined {
    const value = this.#members[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value;
    throw malformed(`"${name}" is no text.`, `${this.#place}.${name}`);
  }

  decimal(name: string): Decimal {
    return this.optionalDecimal(name) ?? this.#missing(name);
  }

  /** Numbers come as texts or as JSON numbers; both keep their digits. */
  optionalDecimal(name: string): Decimal | undefined {
    const text = this.optionalText(name);
    if (text === undefined) return undefined;
    const number = /[, ]/.test(text) ? undefined : parseNumber(text, { decimal: '.' });
    if (number !== undefined) return number;
    throw malformed(`"${name}" is no number: ${quoteCell(text)}.`, `${this.#place}.${name}`);
  }

  value(name: string): unknown {
    return this.#members[name];
  }

  /** The members that are texts, as records keep them. */
  raw(): RawRow {
    return Object.fromEntries(
      Object.entries(this.#members).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value.slice(0, RAW_MAX)] as const] : [],
      ),
    );
  }

  #missing(name: string): never {
    throw malformed(`"${name}" is missing.`, `${this.#place}.${name}`);
  }
}

const RAW_MAX = 2000;

/** The list in an answer. */
export function readList(value: unknown, place: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw malformed(`${place} is no list.`, place);
}

export function malformed(message: string, path: string): ProblemError {
  return new ProblemError({ code: 'MALFORMED_RESPONSE', message: `Alpaca: ${message}`, place: { path } });
}
