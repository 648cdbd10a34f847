import { ProblemError, type SigningStep, type SigningValue } from '../../interfaces/index.js';
import { evaluateStep } from './evaluate-step.js';
import type { OutgoingRequest } from './outgoing-request.js';
import { formProblem, recipeProblem } from './recipe-problem.js';
import { derivedValue, openValue, type RecipeValue } from './recipe-value.js';
import { requestPart } from './request-part.js';
import type { SchemePorts, SchemeSources } from './scheme-sources.js';
import { isSearchable } from './searchable.js';
import { toText } from './text-encoding.js';

/** The largest value of a recipe, in bytes. */
const MAX_VALUE = 1024 * 1024;

export interface RecipeRunOptions {
  readonly request: OutgoingRequest;
  /** Names of credentials and captures that the permission ties to the origin. */
  readonly allowed: readonly string[];
  readonly sources: SchemeSources;
  readonly ports: SchemePorts;
}

/** One run of a recipe for one request: the values that its steps made, each step once. */
export class RecipeRun {
  readonly ports: SchemePorts;
  readonly #allowed: ReadonlySet<string>;
  readonly #sources: SchemeSources;
  readonly #results = new Map<string, RecipeValue>();
  /** Copies of credentials and captures: the vault overwrites its own when another host changes one of them. */
  readonly #taken = new Map<string, RecipeValue>();
  readonly #used = new Set<string>();
  #request: OutgoingRequest;
  /** What was placed into the request so far. */
  #placed: RecipeValue = openValue('');
  #answer: Uint8Array | undefined;

  constructor({ request, allowed, sources, ports }: RecipeRunOptions) {
    this.#request = request;
    this.#allowed = new Set(allowed);
    this.#sources = sources;
    this.ports = ports;
  }

  get request(): OutgoingRequest {
    return this.#request;
  }

  /** Names of the credentials and captures that were used, sorted. */
  get used(): readonly string[] {
    return [...this.#used].sort();
  }

  /** Takes over a request into which a value was placed. */
  advance(request: OutgoingRequest, placed: RecipeValue): void {
    this.#request = request;
    this.#placed = derivedValue('', [this.#placed, placed]);
  }

  /** What was found in the answer, for the steps of a capture. */
  setAnswer(value: Uint8Array): void {
    this.#answer = value;
  }

  /** Runs the steps that have no result yet. */
  runSteps(steps: readonly SigningStep[], path: string, only?: ReadonlySet<string>): void {
    for (const [index, step] of steps.entries()) {
      if (this.#results.has(step.name) || only?.has(step.name) === false) continue;
      const value = evaluateStep(step, this, `${path}[${index}]`);
      if (value.bytes.byteLength > MAX_VALUE)
        throw recipeProblem(`${path}[${index}]`, 'A step makes more than 1 MiB.');
      this.#results.set(step.name, value);
    }
  }

  /** @throws ProblemError where it is not there, or not for this origin */
  resolve(value: SigningValue, path: string): RecipeValue {
    if (typeof value === 'string') return openValue(value);
    if ('credential' in value)
      return this.#take(`credential ${value.credential}`, () => this.#credential(value.credential, path));
    if ('capture' in value)
      return this.#take(`capture ${value.capture}`, () => this.#capture(value.capture, path));
    if ('request' in value) return derivedValue(requestPart(this.#request, value.request), [this.#placed]);
    if ('step' in value) return this.#results.get(value.step) ?? missing(path, `step "${value.step}"`);
    if (this.#answer === undefined) return missing(path, 'answer');
    return { bytes: this.#answer, secret: true, short: !isSearchable(this.#answer) };
  }

  /** Its text. */
  resolveText(value: SigningValue, path: string): string {
    return toText(this.resolve(value, path).bytes) ?? notText(path);
  }

  /** Overwrites secrets and what was made from them. */
  dispose(): void {
    for (const values of [this.#results, this.#taken]) {
      for (const { bytes, secret } of values.values()) if (secret) bytes.fill(0);
      values.clear();
    }
  }

  /** What a run has asked for once is the same to its end. */
  #take(key: string, read: () => RecipeValue): RecipeValue {
    const known = this.#taken.get(key);
    if (known !== undefined) return known;
    const value = read();
    const own = { ...value, bytes: Uint8Array.from(value.bytes) };
    this.#taken.set(key, own);
    return own;
  }

  #credential(name: string, path: string): RecipeValue {
    this.#use(name, path);
    const found = this.#sources.credential(name);
    if (found !== undefined) return { ...found, short: found.secret && !isSearchable(found.bytes) };
    throw new ProblemError({
      code: 'CREDENTIAL_MISSING',
      message: `The credential "${name}" has not been given.`,
      place: { path },
    });
  }

  #capture(name: string, path: string): RecipeValue {
    this.#use(name, path);
    const bytes = this.#sources.capture(name);
    if (bytes !== undefined) return { bytes, secret: true, short: !isSearchable(bytes) };
    throw new ProblemError({
      code: 'AUTH_EXPIRED',
      message: `There is no "${name}" of a login, or it has expired.`,
      place: { path },
    });
  }

  #use(name: string, path: string): void {
    if (!this.#allowed.has(name))
      throw recipeProblem(path, `"${name}" is not among the credentials of the permission.`);
    this.#used.add(name);
  }
}

function missing(path: string, what: string): never {
  throw recipeProblem(path, `There is no ${what} here.`);
}

function notText(path: string): never {
  throw formProblem(path, 'A value that has to be text is no UTF-8.');
}
