import { ProblemError } from '@bourse/sdk';
import { Fields } from '../json/fields.js';
import type { Json } from '../json/parse-json.js';
import { QUOTECAST, SITE } from '../site/addresses.js';
import { ask } from '../site/request.js';

const VERSION = '1.0.20201211';
const HEADERS = { origin: SITE };

/** The host puts the id of the session in its place. */
const SESSION = `${QUOTECAST}/CORS/{quoteSession}`;

/** The feed answers with a heartbeat about every 5 seconds; after so many nothing new is to be expected. */
const MAX_HEARTBEATS = 2;
const MAX_POLLS = 20;

/** What the feed said of each subscription, by its name; undefined where it has no data or refuses it. */
export type FeedValues = Map<string, string | undefined>;

/**
 * Asks the price feed for the values of some names such as `360017018.LastPrice`. A session that is gone is opened anew
 * once.
 */
export async function readFeed(
  names: readonly string[],
  userToken: string,
  signal: AbortSignal,
): Promise<FeedValues> {
  const first = await readInSession(names, userToken, signal);
  const values = first ?? (await readInSession(names, userToken, signal));
  if (values !== undefined) return values;
  throw new ProblemError({
    code: 'UNAVAILABLE',
    message: 'The price feed of DEGIRO ended its session twice.',
  });
}

/** Undefined where the session was gone. */
async function readInSession(
  names: readonly string[],
  userToken: string,
  signal: AbortSignal,
): Promise<FeedValues | undefined> {
  await ask(`${QUOTECAST}/CORS/request_session`, {
    method: 'POST',
    query: { version: VERSION, userToken },
    headers: HEADERS,
    body: { referrer: SITE },
    signal,
  });
  await control(names.map((name) => `a_req(${name});`).join(''), signal);
  const values = await poll(names, signal);
  if (values !== undefined) await control(names.map((name) => `a_rel(${name});`).join(''), signal);
  return values;
}

function control(controlData: string, signal: AbortSignal): Promise<Json> {
  return ask(SESSION, { method: 'POST', headers: HEADERS, body: { controlData }, signal });
}

/** Polls until each name has an answer, or nothing comes any more. */
async function poll(names: readonly string[], signal: AbortSignal): Promise<FeedValues | undefined> {
  const feed = new Feed();
  let heartbeats = 0;
  for (let polls = 0; polls < MAX_POLLS && heartbeats < MAX_HEARTBEATS; polls += 1) {
    const messages = await ask(SESSION, { headers: HEADERS, signal });
    for (const message of Array.isArray(messages) ? messages : []) {
      const kind = feed.take(new Fields(message));
      if (kind === 'sr') return undefined;
      if (kind === 'h') heartbeats += 1;
    }
    if (names.every((name) => feed.values.has(name))) break;
  }
  return feed.values;
}

/** What came up to now. The feed binds each name to a number, and speaks of numbers from there on. */
class Feed {
  readonly values: FeedValues = new Map();
  readonly #names = new Map<string, string>();

  /** Takes a message and says of which kind it was. */
  take(message: Fields): string {
    const kind = message.text('m');
    const [first, second] = message.has('v') ? message.list('v') : [];
    if (kind === 'a_req') this.#names.set(String(second), String(first));
    else if (kind === 'un' || kind === 'us')
      this.#set(first, typeof second === 'string' ? second : undefined);
    else if (kind === 'ue' || kind === 'd') this.#set(first, undefined);
    return kind;
  }

  #set(reference: Json | undefined, value: string | undefined): void {
    this.values.set(this.#names.get(String(reference)) ?? String(reference), value);
  }
}
