import { ProblemError } from '@bourse/sdk';
import { closed, toProblem, type Failure } from './errors.js';
import { malformed } from './json.js';

const BASE = 'https://api.bitvavo.com/v2';

/** Parameters of a query; those that are undefined are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** Asks Bitvavo. The host signs what is private. */
export class BitvavoClient {
  readonly #signal: AbortSignal;

  /** @param signal Ends what is under way. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** @throws ProblemError with what Bitvavo or the host says is wrong */
  async get(path: string, query: Query = {}): Promise<unknown> {
    const { status, headers, body } = await ask(`${BASE}${path}${toSearch(query)}`, this.#signal);
    if (/^\s*</.test(body)) throw closed();
    if (status !== 200) throw toProblem({ status, headers, body });
    try {
      return JSON.parse(body);
    } catch {
      // An answer that ends too early may be whole the next time.
      throw malformed('the answer is no JSON.', path, 'safe');
    }
  }
}

function toSearch(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

async function ask(url: string, signal: AbortSignal): Promise<Failure> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal });
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (error) {
    // What the host refuses has a code of its own.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') throw error;
    throw new ProblemError({ code: 'UNAVAILABLE', message: 'Bitvavo did not answer.' }, { cause: error });
  }
}
