import { ProblemError } from '@bourse/sdk';
import { Fields } from '../json/fields.js';
import { parseJson, type Json } from '../json/parse-json.js';
import { findAnswerProblem } from './answer-problem.js';

/** The most characters of what the site says of a refusal. */
const REASON_MAX = 300;

/** What is asked of the site. */
export interface SiteRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: Json;
  readonly signal?: AbortSignal;
}

/** An answer, read whole. */
export interface SiteAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Sends a request. The host puts password, code and session into it.
 *
 * @throws Error with the code of a problem where the host let it not through or nobody answered
 */
export async function send(url: string, request: SiteRequest = {}): Promise<SiteAnswer> {
  const { method = 'GET', query = {}, headers = {}, body, signal } = request;
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.append(name, value);
  const answer = await fetch(target, {
    method,
    headers: {
      accept: 'application/json, text/plain, */*',
      ...(body === undefined ? {} : { 'content-type': 'application/json; charset=UTF-8' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  return { status: answer.status, text: await answer.text() };
}

/**
 * Sends a request and reads the JSON that answers it.
 *
 * @throws ProblemError for an answer that is none
 */
export async function ask(url: string, request: SiteRequest = {}): Promise<Json> {
  const { status, text } = await send(url, request);
  const problem = findAnswerProblem(status, text);
  if (problem !== undefined) throw problem;
  if (status >= 400) throw refusal(status, text);
  return parseJson(text);
}

/** A refusal of the site, in its own words where it has some. */
function refusal(status: number, text: string): ProblemError {
  const reason = reasonOf(text);
  return new ProblemError({
    code: status === 404 ? 'NOT_FOUND' : 'INVALID_REQUEST',
    message: `DEGIRO refused the request (status ${status})${reason === undefined ? '' : `: ${reason}`}.`,
  });
}

function reasonOf(text: string): string | undefined {
  try {
    const [first] = new Fields(parseJson(text)).objects('errors');
    return first?.optionalText('text')?.replace(/\.$/, '').slice(0, REASON_MAX);
  } catch {
    return undefined;
  }
}
