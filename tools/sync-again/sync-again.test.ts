import { afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { openLedger, type ConnectionSync, type Ledger } from '@bourse/portfolio';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlugin } from '../emulator/built-plugin.ts';
import type { Provider } from '../emulator/provider.ts';
import { ProviderHost } from '../emulator/provider-host.ts';
import { contentOf } from './ledger-content.ts';
import { BROKER_ABROAD, BROKERS, RATES } from './providers.ts';

// For a machine that is busy with other tests.
jest.setTimeout(300_000);

let folder: string;
let ledgers: Ledger[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-sync-again-'));
  ledgers = [];
});

afterEach(() => {
  for (const ledger of ledgers) ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

function newLedger(): Ledger {
  const ledger = openLedger(join(folder, `${ledgers.length}.db`));
  ledgers.push(ledger);
  return ledger;
}

/** The lists of a sync that added or revised records. What the account has in cash is told again each time. */
function changedBy({ lists, problem }: ConnectionSync): string[] {
  const problems = lists.flatMap(({ failure, problems: found }) => [failure, ...found]);
  expect([problem, ...problems].filter((found) => found !== undefined)).toEqual([]);
  return lists.filter((list) => list.new + list.revised > 0).map(({ name }) => name);
}

/** Positions are of a day: what midnight came between is done again. */
async function withinOneDay<Result>(work: () => Promise<Result>): Promise<Result> {
  const day = dayNow();
  const result = await work();
  return dayNow() === day ? result : await withinOneDay(work);
}

function dayNow(): string {
  return new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** What stands in a ledger after the institution's API and the statement file were asked in turn. */
async function tell(provider: Provider, turns: readonly ('file' | 'API')[]): Promise<string[][]> {
  await using host = await ProviderHost.start(provider);
  const ledger = newLedger();
  const states: string[][] = [];
  for (const turn of turns) {
    if (turn === 'API') changedBy(await host.sync(ledger));
    else await host.importDemo(ledger);
    states.push(contentOf(ledger));
  }
  host.expectClean();
  return states;
}

interface Rounds {
  /** The lists that changed something, round by round. */
  readonly changed: string[][];
  /** What stood in the ledger, round by round. */
  readonly states: string[][];
}

async function syncTwice(provider: Provider): Promise<Rounds> {
  await using host = await ProviderHost.start(provider);
  const ledger = newLedger();
  const rounds: Rounds = { changed: [], states: [] };
  for (let round = 0; round < 2; round += 1) {
    rounds.changed.push(changedBy(await host.sync(ledger)));
    rounds.states.push(contentOf(ledger));
  }
  host.expectClean();
  return rounds;
}

beforeAll(() => {
  for (const { plugin } of [...BROKERS, RATES]) buildPlugin(plugin);
});

test.each(BROKERS)('$plugin: a second sync adds and changes nothing', async (provider) => {
  const { changed, states } = await withinOneDay(() => syncTwice(provider));
  expect(changed).toEqual([expect.arrayContaining(['positions']), []]);
  expect(states[1]).toEqual(states[0]);
});

test('rates that the ledger has are not told again', async () => {
  const ledger = newLedger();
  await using broker = await ProviderHost.start(BROKER_ABROAD);
  await broker.importDemo(ledger);
  await using host = await ProviderHost.start(RATES);
  const [first, again] = await withinOneDay(async () => [await host.sync(ledger), await host.sync(ledger)]);
  expect(first?.lists.map(({ rates = 0 }) => rates > 100)).toEqual([true]);
  expect(again?.lists.map(({ rates }) => rates)).toEqual([undefined]);
  expect(changedBy(again ?? first)).toEqual([]);
  host.expectClean();
});

test.each(BROKERS.filter(({ statement }) => statement !== undefined))(
  '$plugin: file and API end the same in whatever order, and from the third round on nothing changes',
  async (provider) => {
    const [inTurn, apiFirst] = await withinOneDay(async () => [
      await tell(provider, ['file', 'API', 'file', 'API']),
      await tell(provider, ['API', 'file']),
    ]);
    expect(inTurn?.slice(2)).toEqual([inTurn?.[1], inTurn?.[1]]);
    expect(apiFirst?.at(-1)).toEqual(inTurn?.at(-1));
    expect(inTurn?.at(-1)?.length).toBeGreaterThan(40);
  },
);
