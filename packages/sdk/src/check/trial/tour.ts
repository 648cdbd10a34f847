import type { ConnectionSession } from '@bourse/core';
import { ProblemError, SERVICE_METHODS } from '@bourse/core/interfaces';
import { LIST_SERVICES } from '../../testing/list-method.js';
import type { EmulatedHost } from './emulated-host.js';
import type { Question } from './question.js';

/** What came of it. */
export interface Answered extends Question {
  readonly answer?: unknown;
  readonly problem?: ProblemError;
}

/** Asks the plugin one question. */
export type Ask = (question: Question) => Promise<Answered>;

/** Instruments that prices are asked of. */
const INSTRUMENTS = 2;

/** Pages of one list after which nobody believes in its end. */
export const MOST_PAGES = 200;
const DAY_MS = 86_400_000;

/** Looks at a question that fails as at one that is answered. */
export function asking(call: (service: string, method: string, request: object) => Promise<unknown>): Ask {
  return async (question) => {
    const { service, method, request } = question;
    try {
      return { ...question, answer: await call(service, method, request) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { ...question, problem: error };
    }
  };
}

/** Asks for everything that the plugin offers: lists to their end, rates, quotes and bars of what the lists name. */
export async function takeTour(services: readonly string[], ask: Ask, now: number): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const service of LIST_SERVICES.filter((name) => services.includes(name)))
    for (const method of Object.keys(SERVICE_METHODS[service]))
      answers.push(...(await askPages({ service, method, request: {} }, ask)));
  if (services.includes('rates')) {
    const request = { since: dayOf(now - 14 * DAY_MS), until: dayOf(now) };
    answers.push(...(await askPages({ service: 'rates', method: 'listFxRates', request }, ask)));
    const long = { since: dayOf(now - 400 * DAY_MS), until: dayOf(now) };
    answers.push(...(await askPages({ service: 'rates', method: 'listFxRates', request: long }, ask)));
  }
  const instruments = instrumentsOf(answers);
  if (instruments.length > 0) answers.push(...(await askPrices(services, instruments, ask, now)));
  return answers;
}

/** Asks for a list page by page, until its end or its first problem. */
export async function askPages(question: Question, ask: Ask): Promise<Answered[]> {
  const pages: Answered[] = [];
  let cursor: string | undefined;
  do {
    const request = cursor === undefined ? question.request : { ...question.request, cursor };
    const page = await ask({ ...question, request });
    pages.push(page);
    cursor = textOf(page.answer, 'cursor');
  } while (cursor !== undefined && pages.length < MOST_PAGES);
  return pages;
}

async function askPrices(
  services: readonly string[],
  instruments: readonly unknown[],
  ask: Ask,
  now: number,
): Promise<Answered[]> {
  const answers: Answered[] = [];
  if (services.includes('quote'))
    answers.push(await ask({ service: 'quote', method: 'getQuotes', request: { instruments } }));
  if (services.includes('history')) {
    const period = {
      from: new Date(now - 30 * DAY_MS).toISOString(),
      to: new Date(now - DAY_MS).toISOString(),
    };
    for (const instrument of instruments)
      answers.push(
        await ask({
          service: 'history',
          method: 'listBars',
          request: { instrument, interval: 'P1D', ...period },
        }),
      );
  }
  return answers;
}

/** Asks a plugin that has listed nothing yet for prices. */
export async function askPricesFirst(host: EmulatedHost, instruments: readonly object[]): Promise<void> {
  const { services } = host.manager.info(host.pluginId);
  await host.use(async (session) => {
    const ask = asking((service, method, request) =>
      host.callPatiently(session, { service, method, request }),
    );
    if (instruments.length > 0) await askPrices(services, instruments, ask, host.clock.now());
  });
}

/** Takes the tour through the gateway, with streams and statements that are fetched, and logs out. */
export async function takeFullTour(host: EmulatedHost): Promise<Answered[]> {
  const { services } = host.manager.info(host.pluginId);
  return host.use(async (session) => {
    const ask = asking((service, method, request) =>
      host.callPatiently(session, { service, method, request }),
    );
    const answers = await takeTour(services, ask, host.clock.now());
    if (services.includes('stream')) answers.push(await watchQuotes(host, session, instrumentsOf(answers)));
    if (session.mayFetchStatements) answers.push(await fetchStatement(session));
    if (services.includes('authentication'))
      answers.push(await ask({ service: 'authentication', method: 'logOut', request: {} }));
    return answers;
  });
}

function fetchStatement(session: ConnectionSession): Promise<Answered> {
  return asking(() => session.readStatement().collect())({
    service: 'statement',
    method: 'fetch',
    request: {},
  });
}

/** The first price of a stream; the emulator moves its prices until it has come. */
async function watchQuotes(
  { running }: EmulatedHost,
  session: ConnectionSession,
  instruments: readonly unknown[],
): Promise<Answered> {
  const question = { service: 'stream', method: 'subscribeQuotes', request: { instruments } };
  if (instruments.length === 0) return question;
  const quotes = session.watch('stream', 'subscribeQuotes', question.request);
  const pulse = setInterval(() => running.beat(), BEAT_MS);
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined).unref());
  try {
    const watched = asking(async () => (await Promise.race([quotes.next(), patience]))?.value);
    return await watched(question);
  } finally {
    clearInterval(pulse);
    void quotes.return();
  }
}

/** Milliseconds between two movements of prices, and how long at most the first one is waited for. */
const BEAT_MS = 20;
const PATIENCE_MS = 15_000;

/** Instruments that records name; the last one as a file names it, without the number that the institution gave it. */
export function instrumentsOf(answers: readonly Answered[]): object[] {
  const found = new Map<string, object>();
  for (const { answer } of answers)
    for (const item of itemsOf(answer)) {
      const instrument: unknown =
        typeof item === 'object' && item !== null ? Reflect.get(item, 'instrument') : undefined;
      if (typeof instrument === 'object' && instrument !== null)
        found.set(JSON.stringify(instrument), instrument);
    }
  const all = [...found.values()];
  const [named = all[0]] = all.filter((instrument) => 'isin' in instrument);
  return named === undefined ? [] : [...all.slice(0, INSTRUMENTS), withoutNumber(named)];
}

function withoutNumber(instrument: object): object {
  const { brokerId: _, ...rest } = { brokerId: undefined, ...instrument };
  return rest;
}

export function itemsOf(answer: unknown): readonly unknown[] {
  const items: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'items') : undefined;
  return Array.isArray(items) ? items : [];
}

function textOf(value: unknown, field: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  return typeof found === 'string' ? found : undefined;
}

function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
