import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { defineBroker } from '../broker/define-broker.js';
import { readCsv } from '../csv/read-csv.js';
import { StatementParts } from '../statement/statement-parts.js';
import { buildFee } from './builders/build-fee.js';
import { mockHost, readStatement, type MockHost, type MockHostOptions } from './mock-host.js';

const plugin = defineBroker({
  settings: z.object({ pageSize: z.int().default(2) }),
  activate: ({ settings, log, signal, connection }) => {
    log.info('activated', { pageSize: settings.pageSize, connection: connection?.name ?? 'none' });
    signal.addEventListener('abort', () => log.warn('stopping'));
    const fees = ['2024-01-01', '2024-01-02', '2024-01-03'].map((date, index) =>
      buildFee({ date, source: { recordId: `F-${index}` } }),
    );
    return {
      fee: {
        listFees: async ({ cursor = '0' }) => {
          const end = Number(cursor) + settings.pageSize;
          return {
            items: fees.slice(Number(cursor), end),
            cursor: end < fees.length ? String(end) : undefined,
          };
        },
      },
      statement: {
        formats: {
          'acme-fees-csv': async function* (file) {
            const parts = new StatementParts();
            let rowsTotal = 0;
            for await (const { ordinal, cells } of readCsv(file.content)) {
              if (ordinal === 0) continue;
              rowsTotal = ordinal;
              const [date = '', amount = ''] = cells;
              parts.add(
                'fees',
                buildFee({ date, money: { amount, currency: 'EUR' }, source: { rows: [ordinal] } }),
              );
            }
            yield* parts.finish({ rowsTotal });
          },
        },
      },
    };
  },
});

let host: MockHost | undefined;
const started: MockHost[] = [];
const start = (options: Partial<MockHostOptions> = {}): MockHost => {
  host = mockHost({ plugin, ...options });
  started.push(host);
  return host;
};
afterEach(async () => {
  for (const one of started.splice(0)) await one.deactivate();
});

test('a statement is read in chunks and assembled', async () => {
  const statement = await start().readStatement('acme-fees-csv', 'date,amount\n2024-01-01,-1.50\n', {
    chunkSize: 3,
  });
  expect(statement).toMatchObject({
    format: 'acme-fees-csv',
    rowsTotal: 1,
    fees: [
      { date: '2024-01-01', source: { institution: 'Acme Securities', accountId: 'ACME-1', rows: [1] } },
    ],
    problems: [],
  });
  expect(statement.fees[0]?.id).toMatch(/./);
});

test('readStatement alone does the same', async () => {
  const input = new TextEncoder().encode('date,amount\n2024-01-01,-1.50\n');
  expect(await readStatement({ plugin }, 'acme-fees-csv', input)).toEqual(
    await start().readStatement('acme-fees-csv', input),
  );
});

test('lists are read to their end, with the settings given', async () => {
  expect(await start().list('fee', 'listFees')).toHaveLength(3);
  expect(await start({ settings: { pageSize: 1 } }).list('fee', 'listFees')).toHaveLength(3);
});

test('the log is kept, the connection is given, the end is told', async () => {
  const { log } = start({ connection: { id: 'c1', name: 'Mine' } });
  await host?.activate();
  await host?.deactivate();
  expect(log).toEqual([
    { level: 'info', message: 'activated', fields: { pageSize: 2, connection: 'Mine' } },
    { level: 'warn', message: 'stopping' },
  ]);
});

test('settings that do not fit the schema are refused', async () => {
  await expect(start({ settings: { pageSize: 'two' } }).activate()).rejects.toThrow('pageSize');
});

describe('a service that does not keep the contract', () => {
  const offering = (listFees: () => Promise<unknown>) =>
    start({ plugin: defineBroker({ activate: () => ({ fee: { listFees: listFees as never } }) }) }).list(
      'fee',
      'listFees',
    );

  test('is refused for a wrong answer', async () => {
    await expect(offering(async () => ({ items: [{ id: 1 }] }))).rejects.toMatchObject({
      code: 'MALFORMED_RESPONSE',
    });
    await expect(offering(async () => undefined)).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });

  test('is refused for pages without end', async () => {
    await expect(offering(async () => ({ items: [], cursor: 'again' }))).rejects.toMatchObject({
      code: 'MALFORMED_RESPONSE',
      message: 'The pages of fee.listFees have no end.',
    });
  });

  test('is named where it is not offered', async () => {
    await expect(start().list('account', 'listAccounts')).rejects.toMatchObject({
      code: 'SERVICE_NOT_OFFERED',
    });
    const silent = start({ plugin: defineBroker({ activate: () => ({}) }) });
    await expect(silent.readStatement('a', '')).rejects.toMatchObject({ code: 'SERVICE_NOT_OFFERED' });
  });
});

test('the clock stands still while the plugin is active', async () => {
  await start({ now: '2024-06-01T00:00:00Z' }).activate();
  expect(new Date().toISOString()).toBe('2024-06-01T00:00:00.000Z');
  await host?.deactivate();
  expect(Date.now()).toBeGreaterThan(Date.parse('2026-01-01'));
});
