import { isDeepStrictEqual } from 'node:util';
import type { ProblemCode, Settings } from '@bourse/core/interfaces';
import type { Fault } from '../../emulator/fault/fault.js';
import { LIST_SERVICES } from '../../testing/list-method.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import type { Shortcoming } from '../quality-rule.js';
import { EmulatedHost, type Setup } from './emulated-host.js';
import { asking, askPages, itemsOf, MOST_PAGES, type Answered } from './tour.js';
import { tellQuestion, type Question } from './question.js';

/** Something that goes wrong at the institution, and what a plugin may say of it. */
export interface BadDay {
  readonly name: string;
  readonly fault: string | Fault<unknown, unknown>;
  /** Requests that go well before; none unless told. */
  readonly skip?: number;
  /** Requests that are hit; all unless told. */
  readonly times?: number;
  readonly codes: readonly ProblemCode[];
  /** Whether the plugin is asked once before, so that a session is open. */
  readonly begins?: 'after a good answer';
}

/** After it an institution that was closed for a while is as always. */
const PAUSE_MS = 120_000;

const DAY_MS = 86_400_000;

/** Characters of a request that a message shows. */
const MOST_OF_TARGET = 160;

/** Lives through a day and the one after it, which has to be like any other. */
export async function liveBadDay(plugin: CheckedPlugin, day: BadDay): Promise<Shortcoming[]> {
  await using host = await EmulatedHost.start(plugin, await fullSetup(plugin));
  const usual = await usualAnswers(plugin);
  const { fault, skip = 0, times = Infinity, name: place } = day;
  if (day.begins !== undefined) await askBefore(host);
  host.running.faults.inject(fault, { skip, times });
  const found = judgeDay(await askMain(host), usual, day.codes);
  const hit = tellHit(host);
  const isMissed = day.begins !== undefined && skip === 0 && hit === '';
  host.running.faults.clear();
  host.clock.advance(PAUSE_MS);
  const later = await askMain(host);
  const isHealed = isDeepStrictEqual(contentOf(later), contentOf(usual));
  return [
    ...found.map((message) => ({ place, message: message + hit })),
    ...(isMissed ? [{ place, message: 'No request came after it, so that nobody has met it.' }] : []),
    ...(isHealed ? [] : [{ place, message: `Afterwards it is not as before: ${tell(later)}.` }]),
  ];
}

/** Asks once, and lets so much time pass that what a plugin remembers of the answers is old. */
async function askBefore(host: EmulatedHost): Promise<void> {
  await askMain(host);
  host.clock.advance(PAUSE_MS);
}

/** What the plugin answers when nothing goes wrong. */
function usualAnswers(plugin: CheckedPlugin): Promise<readonly Answered[]> {
  return plugin.once('usual answers', async () => {
    await using host = await EmulatedHost.start(plugin, await fullSetup(plugin));
    return await askMain(host);
  });
}

/** All that a plugin can do is switched on. */
export async function fullSetup(plugin: CheckedPlugin): Promise<Setup> {
  const { settings } = await plugin.manifest();
  const switches = Object.entries(settings?.properties ?? {}).filter(([, { type }]) => type === 'boolean');
  const on: Settings = Object.fromEntries(switches.map(([name]) => [name, true]));
  return { settings: on };
}

/** Asks for what matters most: the trades, else another list; and for a statement, where one can be had. */
export async function askMain(host: EmulatedHost): Promise<Answered[]> {
  const { services } = host.manager.info(host.pluginId);
  const login: Question = { service: 'authentication', method: 'logIn', request: {} };
  const answered = await asking(() =>
    host.use(async (session) => {
      const call = asking((service, method, request) => session.call(service, method, request));
      const answers: Answered[] = [];
      const question = mainQuestion(services, host.clock.now());
      if (question !== undefined) answers.push(...(await askPages(question, call)));
      if (session.mayFetchStatements) answers.push(await fetched(() => session.readStatement().collect()));
      // The host has to see what it mends or remembers.
      const refusal = answers.find(({ problem }) => problem?.code.startsWith('AUTH_'));
      if (refusal?.problem !== undefined) throw refusal.problem;
      return answers;
    }),
  )(login);
  return answered.problem === undefined ? (answered.answer as Answered[]) : [answered];
}

async function fetched(read: () => Promise<unknown>): Promise<Answered> {
  const answer = await asking(read)({ service: 'statement', method: 'fetch', request: {} });
  return answer.problem?.code === 'SERVICE_NOT_OFFERED'
    ? { service: 'statement', method: 'fetch', request: {} }
    : answer;
}

function mainQuestion(services: readonly string[], now: number): Question | undefined {
  if (services.includes('rates')) {
    const since = new Date(now - 14 * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
    return { service: 'rates', method: 'listFxRates', request: { since } };
  }
  if (services.includes('transaction'))
    return { service: 'transaction', method: 'listTransactions', request: {} };
  const service = LIST_SERVICES.find((name) => services.includes(name));
  return service === undefined ? undefined : { service, method: LIST_METHODS[service], request: {} };
}

const LIST_METHODS: Readonly<Record<(typeof LIST_SERVICES)[number], string>> = {
  portfolio: 'listPositions',
  account: 'listAccounts',
  transaction: 'listTransactions',
  cash: 'listCashMovements',
  dividend: 'listDividends',
  fee: 'listFees',
  corporateAction: 'listCorporateActions',
};

function judgeDay(
  answers: readonly Answered[],
  usual: readonly Answered[],
  codes: readonly ProblemCode[],
): string[] {
  const problems = answers.filter(({ problem }) => problem !== undefined);
  const items = textsOf(answers);
  const isEndless = answers.length >= MOST_PAGES;
  const known = new Set(textsOf(usual));
  return [
    ...problems.flatMap(({ problem, ...question }) =>
      problem === undefined || codes.includes(problem.code)
        ? []
        : [
            `${tellQuestion(question)} says ${problem.code} (${problem.message}) in place of ${codes.join(' or ')}.`,
          ],
    ),
    ...(isEndless ? [`${tellLast(answers)} asks for page after page without an end.`] : []),
    ...(problems.length === 0 && !isEndless ? tellTwice(answers) : []),
    ...(problems.length === 0 && items.filter((item) => known.has(item)).length < known.size
      ? [`${tellLast(answers)} says nothing, and records are missing.`]
      : []),
  ];
}

function textsOf(answers: readonly Answered[]): string[] {
  return answers.flatMap(({ answer }) => itemsOf(answer).map((item) => JSON.stringify(item)));
}

/** The pages that tell what a page before them has told. */
function tellTwice(answers: readonly Answered[]): string[] {
  const seen = new Set<string>();
  return answers.flatMap((page, index) => {
    const texts = textsOf([page]);
    const isKnown = texts.some((text) => seen.has(text));
    for (const text of texts) seen.add(text);
    return isKnown ? [`${tellQuestion(page)}, page ${index + 1}: records come twice.`] : [];
  });
}

function tellLast(answers: readonly Answered[]): string {
  const last = answers.at(-1);
  return last === undefined ? 'The plugin' : tellQuestion(last);
}

/** What the institution was asked when it happened. */
function tellHit({ running }: EmulatedHost): string {
  const hit = running.journal.entries.find(({ faults }) => faults.length > 0);
  return hit === undefined ? '' : ` It happened to ${hit.method} ${hit.target.slice(0, MOST_OF_TARGET)}`;
}

function contentOf(answers: readonly Answered[]): unknown {
  return answers.map(({ service, method, answer, problem }) => [
    service,
    method,
    problem?.code,
    JSON.stringify(itemsOf(answer)),
  ]);
}

function tell(answers: readonly Answered[]): string {
  const problem = answers.find((each) => each.problem !== undefined)?.problem;
  return problem === undefined
    ? 'it answers something else'
    : `${problem.code}, ${problem.message.replace(/\.$/, '')}`;
}
