import { isDeepStrictEqual } from 'node:util';
import type { BrokerServices, ListQuery } from '@bourse/core/interfaces';
import { callList, listPages, type ListCall } from '../../call-list.js';
import type { ContractCase } from '../contract-case.js';
import { codeOf } from '../outcome.js';
import type { Subject } from '../subject.js';
import { tellError } from '../tell-error.js';
import { ContractViolation, demand } from '../violation.js';

type ListCheck = (services: BrokerServices, call: ListCall, subject: Subject) => Promise<void>;

/** The lists that a plugin with a connection answers. */
export const listCases: readonly ContractCase[] = [
  perList(401, 'a list comes to its end page by page', async (services, call) => {
    await itemsOf(services, call, {});
  }),
  perList(402, 'a list obeys since and until', async (services, call) => {
    const items = await itemsOf(services, call, {});
    const dates = [...new Set(items.map(dateOf))].filter((date) => date !== undefined).sort();
    const [since, until] = [dates[Math.floor(dates.length / 3)], dates[Math.floor((2 * dates.length) / 3)]];
    if (since === undefined || until === undefined) return;
    const expected = items.filter((item) => isWithin(dateOf(item), since, until));
    const found = await itemsOf(services, call, { since, until });
    demand(
      isSameSet(found, expected),
      `${nameOf(call)} from ${since} to ${until}: ${found.length} items, expected ${expected.length}`,
    );
  }),
  perList(403, 'a list of one account has nothing of others', async (services, call) => {
    const items = await itemsOf(services, call, {});
    for (const accountId of new Set(items.map((item) => accountOf(item, call)))) {
      if (accountId === undefined) continue;
      const expected = items.filter((item) => accountOf(item, call) === accountId);
      const found = await itemsOf(services, call, { accountId });
      demand(
        isSameSet(found, expected),
        `${nameOf(call)} of ${accountId}: ${found.length} items, expected ${expected.length}`,
      );
    }
    const strange = await pagesOf(services, call, { accountId: 'no-such-account' }).catch(
      (error: unknown) => {
        codeOf(
          error,
          tellCall(call, { accountId: 'no-such-account' }),
          'no items, or a problem of the plugin',
        );
        return [];
      },
    );
    demand(strange.length === 0, `${nameOf(call)} has items of an account that does not exist`);
  }),
  perList(404, 'a list is the same in another cell at the same time', async (services, call, subject) => {
    const items = await itemsOf(services, call, {});
    const others = await subject.withServices((fresh) => itemsOf(fresh, call, {}));
    demand(isDeepStrictEqual(others, items), `${nameOf(call)} answers differently in another cell`);
  }),
  perList(405, 'what becomes of an answer does not change the next one', async (services, call) => {
    const before = await itemsOf(services, call, {});
    const method: unknown = Reflect.get(services[call.service] ?? {}, call.method);
    if (typeof method !== 'function') return;
    const answer: unknown = await Reflect.apply(method, services[call.service], [{}]);
    spoil(answer);
    demand(
      isDeepStrictEqual(await itemsOf(services, call, {}), before),
      `${nameOf(call)} hands out what it keeps`,
    );
  }),
  perList(406, 'a cursor that it never gave is refused', async (services, call) => {
    const query = { cursor: 'no-such-cursor' };
    const expected = 'a problem such as INVALID_REQUEST';
    const code = await callList(services, call, query).then(
      () => undefined,
      (error: unknown) => codeOf(error, tellCall(call, query), expected),
    );
    demand(code !== undefined, `${tellCall(call, query)}: expected ${expected}, given a page`);
  }),
];

/** Checks every list that the plugin offers. */
function perList(number: number, title: string, check: ListCheck): ContractCase {
  return {
    number,
    title,
    applies: ({ declaredServices }) => declaredServices.some((name) => name !== 'statement'),
    run: (subject) =>
      subject.withServices(async (services) => {
        for (const call of subject.listCalls)
          await check(services, call, subject).catch((error: unknown) => refuse(error, nameOf(call)));
      }),
  };
}

/** A list that the plugin itself refuses breaks the contract as well. */
function refuse(error: unknown, where: string): never {
  if (error instanceof ContractViolation) throw error;
  throw new ContractViolation(`${where}: expected items, given ${tellError(error)}`, { cause: error });
}

/** The items of all pages; that they are refused breaks the contract. */
function itemsOf(services: BrokerServices, call: ListCall, query: ListQuery): Promise<unknown[]> {
  return pagesOf(services, call, query).catch((error: unknown) => refuse(error, tellCall(call, query)));
}

async function pagesOf(services: BrokerServices, call: ListCall, query: ListQuery): Promise<unknown[]> {
  const pages = await Array.fromAsync(listPages(services, call, query));
  return pages.flatMap(({ items }) => items);
}

/** Lists come in any order. */
function isSameSet(first: readonly unknown[], second: readonly unknown[]): boolean {
  const sorted = (items: readonly unknown[]): string[] => items.map((item) => JSON.stringify(item)).sort();
  return isDeepStrictEqual(sorted(first), sorted(second));
}

function nameOf({ service, method }: ListCall): string {
  return `${service}.${method}`;
}

/** The call with what was sent. */
function tellCall(call: ListCall, query: ListQuery): string {
  const sent = JSON.stringify(query);
  return `${nameOf(call)}(${sent === '{}' ? '' : sent})`;
}

/** The booking date; accounts and positions have none and are always as of now. */
function dateOf(item: unknown): string | undefined {
  return textOf(item, 'date') ?? textOf(item, 'tradeDate');
}

function isWithin(date: string | undefined, since: string, until: string): boolean {
  return date === undefined || (date >= since && date <= until);
}

function accountOf(item: unknown, { service }: ListCall): string | undefined {
  return textOf(item, service === 'account' ? 'id' : 'accountId');
}

function textOf(item: unknown, field: string): string | undefined {
  const value: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, field) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Overwrites every text in an answer. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === 'string') Reflect.set(value, key, 'spoiled');
    else spoil(member);
  }
}
