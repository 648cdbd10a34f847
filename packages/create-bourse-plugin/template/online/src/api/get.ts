import { parseJson, ProblemError, type ExactJson } from '@bourse/sdk';
import { malformed } from './members.js';
import { closed, toProblem } from './to-problem.js';

const ORIGIN = 'https://api.acme.example';

/** Parameters of a query; those that are undefined are left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/**
 * Asks the institution for one path of plugin.json. Numbers of the answer are texts, with all their digits.
 //#if credentials
 * The host places the key into the request.
 //#end
 * @throws ProblemError with what the institution or the host says is wrong
 */
export async function get(path: string, query: Query = {}): Promise<ExactJson> {
  const { status, headers, body } = await ask(ORIGIN + path + searchOf(query));
  if (/^\s*</.test(body)) throw closed();
  if (status !== 200) throw toProblem(status, headers);
  try {
    return parseJson(body);
  } catch {
    // An answer that ends too early may be whole the next time.
    throw malformed(`The answer to ${path} is no JSON.`, path, 'safe');
  }
}

function searchOf(query: Query): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

async function ask(url: string): Promise<{ status: number; headers: Headers; body: string }> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (error) {
    // What the host refuses has a code of its own.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') throw error;
    throw new ProblemError({ code: 'UNAVAILABLE', message: 'There was no answer.' }, { cause: error });
  }
}
