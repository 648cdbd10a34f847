import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockHost } from '@bourse/sdk/testing';
import { readFileSync } from 'node:fs';
import { emulator } from '../../emulator/index.js';
import { installGateway } from '../../test/gateway.js';
import { plugin } from '../plugin.js';
import { FlexWebService } from './flex-web-service.js';

type Running = Awaited<ReturnType<typeof emulator.start>>;

const host = mockHost({ plugin, institution: 'Interactive Brokers' });
const demo = readFileSync(new URL('../../demo/ibkr-flex.xml', import.meta.url));

let running: Running;
let uninstall: () => void;
let now: number;
/** How long the plugin waited, each time. */
let waits: number[];
let stop: AbortController;

beforeEach(async () => {
  now = Date.parse('2025-01-03T09:15:22Z');
  waits = [];
  stop = new AbortController();
  running = await emulator.start({ clock: () => now });
  uninstall = installGateway(running);
});

afterEach(async () => {
  uninstall();
  await running.close();
});

const service = (): FlexWebService =>
  new FlexWebService({
    signal: stop.signal,
    wait: async (milliseconds, signal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
    },
  });
const fetched = () => host.assemble('ibkr-flex-xml', service().fetchStatement());
const failing = (fault: string, times = 1): unknown =>
  running.faults.inject(fault, { route: 'SendRequest', times });

test('gives the records of the same statement as a file, with the same ids', async () => {
  const statement = await fetched();
  const read = host.assemble(
    'ibkr-flex-xml',
    (
      await plugin.activate({
        settings: { flexWebService: true, clientPortal: false, localGateway: false },
        log: console,
        signal: stop.signal,
      })
    ).statement?.read({ format: 'ibkr-flex-xml', name: 'demo.xml', size: demo.length, content: chunks() }) ??
      [],
  );
  expect(statement.transactions).toHaveLength(10);
  expect(statement).toEqual(await read);
  expect(waits).toEqual([1_100]);
  running.journal.expectClean();
});

test('waits while the statement is being made', async () => {
  running.scenario.flex.pollsUntilReady = 3;
  expect((await fetched()).transactions).toHaveLength(10);
  expect(waits).toEqual([1_100, 5_000, 5_000, 5_000]);
});

test('takes nothing of a statement that is cut off', async () => {
  running.faults.inject({ kind: 'truncate', afterBytes: 3_000 }, { route: 'GetStatement' });
  await expect(fetched()).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE', retry: 'safe' });
  expect((await fetched()).transactions).toHaveLength(10);
});

test('slows down where the service says that it asks too often', async () => {
  running.scenario.flex.limits = { perSecond: 1, perMinute: 3 };
  running.scenario.flex.pollsUntilReady = 2;
  expect((await fetched()).transactions).toHaveLength(10);
  expect(waits.filter((waited) => waited === 10_000).length).toBeGreaterThan(3);
});

test('follows the service to its former host, and nowhere else', async () => {
  const path = '/AccountManagement/FlexWebService/GetStatement';
  running.scenario.flex.statementUrl = `https://gdcdyn.interactivebrokers.com${path}`;
  expect((await fetched()).transactions).toHaveLength(10);
  expect(running.journal.of('GetStatement (old host)')).toHaveLength(1);
  running.scenario.flex.statementUrl = `https://gdcdyn.interactivebrokers.com.acme.example${path}`;
  now += 60_000;
  await expect(fetched()).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
});

describe('an error of the service', () => {
  test.each([1004, 1005, 1006, 1007, 1008, 1009, 1018, 1019, 1021])('%i is waited for', async (code) => {
    failing(`flex${code}`, 2);
    expect((await fetched()).transactions).toHaveLength(10);
  });

  test.each([
    [1003, 'NOT_FOUND'],
    [1010, 'INVALID_REQUEST'],
    [1011, 'AUTH_LOCKED'],
    [1012, 'AUTH_INVALID'],
    [1013, 'PERMISSION_DENIED'],
    [1014, 'NOT_FOUND'],
    [1015, 'AUTH_INVALID'],
    [1016, 'INVALID_REQUEST'],
    [1017, 'UNAVAILABLE'],
    [1020, 'INVALID_REQUEST'],
  ])('%i ends it with %s after one request', async (code, problem) => {
    failing(`flex${code}`, 2);
    await expect(fetched()).rejects.toMatchObject({
      code: problem,
      message: expect.stringContaining(`${code}`),
    });
    expect(running.journal.of('SendRequest')).toHaveLength(1);
  });

  test.each([
    ['flex1018', 'RATE_LIMITED'],
    ['flex1019', 'UNAVAILABLE'],
  ])('%s that does not end is given up after five minutes', async (fault, code) => {
    failing(fault, Number.POSITIVE_INFINITY);
    await expect(fetched()).rejects.toMatchObject({ code });
    expect(waits.reduce((sum, waited) => sum + waited)).toBe(300_000);
  });
});

describe('what is no answer of the service', () => {
  test.each([
    ['maintenancePage', 'MAINTENANCE'],
    [{ kind: 'maintenance' } as const, 'MAINTENANCE'],
    [{ kind: 'serverError' } as const, 'UNAVAILABLE'],
    [{ kind: 'rateLimit' } as const, 'RATE_LIMITED'],
    [{ kind: 'truncate', afterBytes: 40 } as const, 'MALFORMED_RESPONSE'],
  ])('%j is told apart', async (fault, code) => {
    running.faults.inject(fault, { route: 'SendRequest' });
    await expect(fetched()).rejects.toMatchObject({ code });
  });
});

test('a connection lost in the middle of the statement ends the reading', async () => {
  running.faults.inject({ kind: 'drop', afterBytes: 10_000 }, { route: 'GetStatement' });
  await expect(fetched()).rejects.toThrow();
});

test('the end of the plugin ends the waiting', async () => {
  running.scenario.flex.pollsUntilReady = 100;
  const parts = service().fetchStatement()[Symbol.asyncIterator]();
  stop.abort(new Error('stopped'));
  await expect(parts.next()).rejects.toThrow('stopped');
});

test('nothing is asked where the user does not want it', async () => {
  const context = { log: console, signal: stop.signal };
  const { statement } = await plugin.activate({
    ...context,
    settings: { flexWebService: false, clientPortal: false, localGateway: false },
  });
  expect(await Array.fromAsync(statement?.fetch?.({}) ?? [])).toEqual([{ rowsTotal: 0 }]);
  expect(running.journal.entries).toEqual([]);
});

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield Uint8Array.from(demo);
}
