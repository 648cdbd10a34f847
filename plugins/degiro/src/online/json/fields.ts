import { isDecimal, type Decimal } from '@bourse/sdk';
import { malformed, type Json } from './parse-json.js';

/** The members of an object in an answer. What is missing or otherwise is named by its path, never by its value. */
export class Fields {
  readonly #members: { readonly [name: string]: Json };
  readonly #path: string;

  /** @throws ProblemError MALFORMED_RESPONSE where the value is no object */
  constructor(value: Json | undefined, path = '') {
    if (typeof value !== 'object' || value === null || isList(value)) {
      throw malformed('The answer has something else where an object must be.', path || '/');
    }
    this.#members = value;
    this.#path = path;
  }

  /** @throws ProblemError where it is missing or no text; numbers are texts, too */
  text(name: string): string {
    const value = this.#get(name);
    if (typeof value !== 'string') throw this.#missing(name, 'a text');
    return value;
  }

  /** Undefined where it is missing, null or empty. */
  optionalText(name: string): string | undefined {
    const value = this.#get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** @throws ProblemError where it is missing or no number */
  decimal(name: string): Decimal {
    const value = this.optionalDecimal(name);
    if (value === undefined) throw this.#missing(name, 'a number');
    return value;
  }

  /** @throws ProblemError where there is something else than a number; undefined where there is nothing */
  optionalDecimal(name: string): Decimal | undefined {
    const value = this.#get(name);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string' || !isDecimal(value)) throw this.#missing(name, 'a number');
    return value;
  }

  isTrue(name: string): boolean {
    return this.#get(name) === true;
  }

  has(name: string): boolean {
    return this.#get(name) !== undefined;
  }

  /** @throws ProblemError where it is missing or no object */
  object(name: string): Fields {
    return new Fields(this.#get(name), this.#pathOf(name));
  }

  /** @throws ProblemError where it is missing or no list */
  list(name: string): Json[] {
    const value = this.#get(name);
    if (!isList(value)) throw this.#missing(name, 'a list');
    return [...value];
  }

  /** The list's entries as objects. */
  objects(name: string): Fields[] {
    return this.list(name).map((entry, index) => new Fields(entry, `${this.#pathOf(name)}/${index}`));
  }

  entries(): [name: string, value: Json][] {
    return Object.entries(this.#members);
  }

  #get(name: string): Json | undefined {
    return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
  }

  #pathOf(name: string): string {
    return `${this.#path}/${name}`;
  }

  #missing(name: string, what: string) {
    return malformed(`The answer does not have ${what} where one must be.`, this.#pathOf(name));
  }
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
