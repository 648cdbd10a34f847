import { hash, randomUUID } from 'node:crypto';
import { ProblemError } from '../../interfaces/index.js';
import type { GatewayContext } from '../gateway-context.js';
import { matchRequest, type PermissionMatch, type Target } from '../permission/index.js';
import { prepare, type LiveSecret, type OutgoingRequest, type PreparedRequest } from '../scheme/index.js';
import { recipeProblem } from '../scheme/recipe-problem.js';
import type { SecretSearch } from '../secret/index.js';
import { searchFor } from '../secret-search-for.js';
import { AuditedExchange } from './audited-exchange.js';
import { wholeBody, type AnswerBody } from './answer-body.js';
import { takeCaptures } from './captures.js';
import { ACCEPTED_CODINGS } from './decompress.js';
import type { Header } from './header.js';
import type { HttpAnswer } from './http-client.js';
import { pauseAfter } from './retry-after.js';

/** How the host names itself to institutions. */
export const USER_AGENT = 'Bourse/1';

/** One request of a plugin, or of a redirect, as the plugin wrote it. */
export interface AskedExchange {
  readonly method: string;
  readonly target: Target;
  readonly headers: readonly Header[];
  readonly body: Uint8Array | undefined;
  readonly signal: AbortSignal;
  /** What was placed into the requests that led here: this answer may show it as well. */
  readonly placedBefore?: readonly LiveSecret[];
}

/** What the plugin may see of an answer, and where the institution leads to, which it may not. */
export interface Exchanged {
  readonly answer: HttpAnswer;
  readonly location: string | undefined;
  /** What blanks secrets in the URL. */
  readonly search: SecretSearch;
  /** What was placed into this request and those before it. */
  readonly placed: readonly LiveSecret[];
}

/**
 * Makes one request: allowed, in its turn, signed, written down, sent, and its answer freed of secrets.
 *
 * @throws ProblemError
 */
export async function exchange(context: GatewayContext, asked: AskedExchange): Promise<Exchanged> {
  const { ports, connection } = context;
  const { target, signal } = asked;
  const granted = context.granted();
  const match = matchRequest(context.granted(), target, asked);
  const key = `${target.origin} ${connection.account}`;
  const { perMinute } = match.permission;
  const { priority, onWaiting } = ports.situation();
  await ports.budget.enter({ key, perMinute, priority, signal, onWaiting });
  // Waiting takes time, in which the user may have revoked it.
  if (context.granted() !== granted) matchRequest(context.granted(), target, asked);
  const prepared = prepareRequest(context, asked, match);
  try {
    const audited = await AuditedExchange.start(
      context,
      entryOf(match, asked, prepared),
      match.permission.access,
    );
    return await audited.run(async () => {
      const answer = await context.client.send(withDefaults(prepared.request), signal);
      const until = pauseAfter(answer.status, answer.headers, ports.scheme.now());
      if (until !== undefined) await ports.budget.pause(key, until);
      context.cookies.take(answer.headers, target.url);
      try {
        const placed = [...(asked.placedBefore ?? []), ...prepared.secrets];
        return await clean(context, answer, { match, prepared, audited, placed });
      } catch (error) {
        answer.close();
        throw error;
      }
    });
  } finally {
    prepared.run.dispose();
  }
}

/** The request as it goes over the wire; one without a scheme has nothing placed into it. */
function prepareRequest(
  { schemes, ports, cookies }: GatewayContext,
  { method, target, headers, body }: AskedExchange,
  { id, permission }: PermissionMatch,
): PreparedRequest {
  const { scheme: name, credentials = [] } = permission;
  const scheme =
    name === undefined ? { place: [] } : Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  if (scheme === undefined) throw recipeProblem(id, `There is no scheme "${name ?? ''}".`);
  const request: OutgoingRequest = {
    method,
    url: target.url,
    headers: [...headers, ...cookies.headerFor(target.url)],
    body,
  };
  const prepared = prepare({
    request,
    scheme,
    name: name ?? '',
    allowed: credentials,
    sources: ports.vault,
    ports: ports.scheme,
    isLogin: ports.situation().isLogin,
  });
  if (prepared.request.url.origin !== target.url.origin || prepared.request.method !== method)
    throw new ProblemError({ code: 'INTERNAL_ERROR', message: 'A scheme led a request elsewhere.' });
  return prepared;
}

function withDefaults(request: OutgoingRequest): OutgoingRequest {
  const has = (name: string): boolean => request.headers.some(([other]) => other.toLowerCase() === name);
  const defaults: Header[] = [
    ['accept', '*/*'],
    ['user-agent', USER_AGENT],
    ['accept-encoding', ACCEPTED_CODINGS],
  ];
  return { ...request, headers: [...request.headers, ...defaults.filter(([name]) => !has(name))] };
}

/** Of the body as the plugin wrote it: a hash over what was placed would let whoever has the log try passwords. */
function entryOf(
  { id, pattern }: PermissionMatch,
  { method, target: { origin }, body }: AskedExchange,
  { used }: PreparedRequest,
): Parameters<typeof AuditedExchange.start>[1] {
  return {
    exchange: randomUUID(),
    method,
    origin,
    pattern,
    permission: id,
    credentials: used,
    requestBytes: body?.byteLength ?? 0,
    requestHash: hash('sha256', body ?? ''),
  };
}

async function clean(
  context: GatewayContext,
  answer: HttpAnswer,
  about: {
    match: PermissionMatch;
    prepared: PreparedRequest;
    audited: AuditedExchange;
    placed: readonly LiveSecret[];
  },
): Promise<Exchanged> {
  const { match, prepared, audited, placed } = about;
  const taken = await takeCaptures(context.ports.vault, answer, { match, run: prepared.run });
  const search = searchFor(
    [context.ports.vault.secrets(), context.cookies.secrets],
    [...placed, ...taken.secrets],
  );
  const location = taken.answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  // Cookies are the host's; a plugin has no use for them but to tell them apart.
  const shown = taken.answer.headers.filter(([name]) => !/^set-cookie2?$/i.test(name));
  return {
    answer: {
      status: answer.status,
      headers: search.blankHeaders(shown),
      body: await audited.give(blanked(taken.answer.body, search), answer),
      ended: answer.ended,
      close: answer.close,
    },
    location,
    search,
    placed,
  };
}

function blanked(body: AnswerBody, search: SecretSearch): AnswerBody {
  return body.whole === undefined ? search.blankBody(body) : wholeBody(search.blankBytes(body.whole));
}
