import { setTimeout as delay } from 'node:timers/promises';
import { json, UndocumentedRequest, type Answer, type Call } from '@bourse/sdk/emulator';
import type { QuoteMessage, QuoteSession } from '../state.js';
import { QUOTECAST, type DegiroWorld, type Route } from '../world.js';
import { priceOn, productOf } from './price-walk.js';

/** That of the feed's own client, whose date changes. */
const VERSION = /^1\.0\.\d{8}$/;
const REFERRER = 'https://trader.degiro.nl';

/** The price feed: a session, subscriptions, and polls that wait until there is news. */
export const quotecastRoutes: readonly Route[] = [
  {
    origin: QUOTECAST,
    name: 'requestSession',
    method: 'POST',
    path: '/CORS/request_session',
    answer: openSession,
  },
  { origin: QUOTECAST, name: 'subscribe', method: 'POST', path: '/CORS/:session', answer: subscribe },
  { origin: QUOTECAST, name: 'poll', method: 'GET', path: '/CORS/:session', answer: poll },
];

function openSession(call: Call, { scenario, state, random, issue, now }: DegiroWorld): Answer {
  const body = call.json();
  const isDocumented =
    VERSION.test(call.query.get('version') ?? '') &&
    call.query.get('userToken') === String(scenario.clientId) &&
    call.header('origin') === REFERRER &&
    JSON.stringify(body) === JSON.stringify({ referrer: REFERRER });
  if (!isDocumented) throw new UndocumentedRequest('version, userToken, Origin and referrer open a session');
  const id = issue('quoteSession', random.uuid());
  state.quoteSessions.set(id, { id, lastPoll: now(), references: new Map(), waiting: [] });
  return json({ sessionId: id });
}

function subscribe(call: Call, world: DegiroWorld): Answer {
  const session = findSession(call, world);
  if (session === undefined) return json([{ m: 'sr' }]);
  const body = call.json();
  const control =
    typeof body === 'object' && body !== null && 'controlData' in body ? body.controlData : undefined;
  if (typeof control !== 'string') throw new UndocumentedRequest('subscriptions stand in controlData');
  for (const command of control.split(';').filter((part) => part !== '')) obey(command, session, world);
  return json([]);
}

function obey(command: string, session: QuoteSession, world: DegiroWorld): void {
  const [, verb, name = ''] = /^(a_req|a_rel)\((.+)\)$/.exec(command) ?? [];
  if (verb === undefined) throw new UndocumentedRequest(`no command "${command}"`);
  if (verb === 'a_rel') return void session.references.delete(name);
  // Keys hold dots themselves; the metric stands behind the last one.
  const dot = name.lastIndexOf('.');
  const product = productOf(world.scenario, name.slice(0, dot));
  if (product === undefined) return void session.waiting.push({ m: 'd', v: [name] });
  const reference = session.references.size + 1;
  session.references.set(name, reference);
  session.waiting.push({ m: 'a_req', v: [name, reference] });
  session.waiting.push(
    valueOf(name.slice(dot + 1), reference, priceOn(product, product.closePriceDate), product),
  );
}

function valueOf(
  metric: string,
  reference: number,
  { open, high, low, close }: ReturnType<typeof priceOn>,
  product: { closePriceDate: string; tradable: boolean },
): QuoteMessage {
  const numbers: Readonly<Record<string, string>> = {
    LastPrice: close,
    OpenPrice: open,
    HighPrice: high,
    LowPrice: low,
    PreviousClosePrice: open,
    BidPrice: low,
    AskPrice: high,
    LastVolume: '25',
  };
  const texts: Readonly<Record<string, string>> = { LastDate: product.closePriceDate, LastTime: '17:35:11' };
  const number = numbers[metric];
  const text = texts[metric];
  // What is not traded has no prices.
  if (!product.tradable || (number === undefined && text === undefined)) return { m: 'ue', v: [reference] };
  return number === undefined
    ? { m: 'us', v: [reference, text ?? ''] }
    : { m: 'un', v: [reference, Number(number)] };
}

async function poll(call: Call, world: DegiroWorld): Promise<Answer> {
  const session = findSession(call, world);
  if (session === undefined) return json([{ m: 'sr' }]);
  if (session.waiting.length === 0) {
    await delay(world.scenario.quotecast.heartbeatMilliseconds, undefined, { signal: call.signal });
  }
  session.lastPoll = world.now();
  const messages = session.waiting.splice(0);
  return json(messages.length === 0 ? [{ m: 'h' }] : messages);
}

/** A session that nobody polls for a while is gone. */
function findSession(call: Call, { state, scenario, now }: DegiroWorld): QuoteSession | undefined {
  const session = state.quoteSessions.get(call.params.session ?? '');
  if (session === undefined) return undefined;
  if (now() - session.lastPoll <= scenario.quotecast.sessionMilliseconds) return session;
  state.quoteSessions.delete(session.id);
  return undefined;
}
