import { parseJson, ProblemError } from '@bourse/sdk';
import type { AlpacaSettings } from '../settings.js';
import { closed, toProblem } from './errors.js';
import { malformed } from './fields.js';

const TRADING = {
  paper: 'https://paper-api.alpaca.markets',
  live: 'https://api.alpaca.markets',
} as const;
const DATA = 'https://data.alpaca.markets';

/** Parameters of a query; those that are undefined are left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/** Asks Alpaca. The host adds the keys. Numbers in answers are texts. */
export class AlpacaClient {
  readonly #trading: string;

  constructor(environment: AlpacaSettings['environment']) {
    this.#trading = TRADING[environment];
  }

  /** @throws ProblemError with what Alpaca or the host says is wrong */
  getTrading(path: string, query: Query = {}): Promise<unknown> {
    return get(this.#trading + path, query);
  }

  /** @throws ProblemError with what Alpaca or the host says is wrong */
  getData(path: string, query: Query = {}): Promise<unknown> {
    return get(DATA + path, query);
  }
}

async function get(url: string, query: Query): Promise<unknown> {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const search =
    given.length === 0 ? '' : `?${new URLSearchParams(given.map(([...pair]) => pair)).toString()}`;
  const { status, headers, body } = await ask(url + search);
  if (/^\s*</.test(body)) throw closed();
  if (status !== 200) throw toProblem({ status, headers, body });
  try {
    return parseJson(body);
  } catch {
    // An answer that ends too early may be whole the next time.
    const { message } = malformed('the answer is no JSON.', url);
    throw new ProblemError({ code: 'MALFORMED_RESPONSE', message, retry: 'safe' });
  }
}

async function ask(url: string): Promise<{ status: number; headers: Headers; body: string }> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (error) {
    // What the host refuses has a code of its own.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') throw error;
    throw new ProblemError({ code: 'UNAVAILABLE', message: 'Alpaca did not answer.' }, { cause: error });
  }
}
