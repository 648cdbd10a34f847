import { describe, expect, jest, test } from '@jest/globals';
import type { PluginContext, StatementService } from '@bourse/core/interfaces';
import { z } from 'zod';
import { textInChunks } from '../fixtures/chunks.js';
import { defineBroker } from './define-broker.js';
import type { StatementFetcher } from './statement-reader.js';

const context = <Settings>(settings: Settings): PluginContext<Settings> => ({
  settings,
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  signal: new AbortController().signal,
});

const file = (format: string) => ({ format, name: 'a.csv', size: 3, content: textInChunks('abc') });
const read = (service: StatementService | undefined, format: string) =>
  Array.fromAsync(service?.read(file(format)) ?? []);

describe('readers by format', () => {
  const plugin = defineBroker({
    settings: z.object({ rows: z.number().default(2) }),
    activate: () => ({
      statement: {
        formats: {
          'acme-cash-csv': async function* (_file, { settings }) {
            yield { rowsTotal: settings.rows };
          },
        },
      },
    }),
  });

  test('become the statement service of the contract, with the settings', async () => {
    const { statement } = await plugin.activate(context({ rows: 7 }));
    expect(await read(statement, 'acme-cash-csv')).toEqual([{ rowsTotal: 7 }]);
  });

  test('stand beside a fetch, which has the settings too', async () => {
    const fetchRows: StatementFetcher<{ rows: number }> = async function* ({ settings }) {
      yield { rowsTotal: settings.rows };
    };
    const fetching = defineBroker({
      settings: z.object({ rows: z.number().default(2) }),
      activate: () => ({ statement: { formats: {}, fetch: fetchRows } }),
    });
    const { statement } = await fetching.activate(context({ rows: 7 }));
    expect(await Array.fromAsync(statement?.fetch?.({}) ?? [])).toEqual([{ rowsTotal: 7 }]);
    expect((await plugin.activate(context({ rows: 7 }))).statement?.fetch).toBeUndefined();
  });

  test.each(['acme-orders-csv', 'toString'])('refuse the format %s, which has none', async (format) => {
    const { statement } = await plugin.activate(context({ rows: 7 }));
    await expect(read(statement, format)).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: `This plugin reads no format "${format}", only: acme-cash-csv.`,
    });
  });
});

test('a statement service that is written out, detect and other services pass through', async () => {
  const read = async function* () {};
  const detect = async () => ({ format: 'b' });
  const health = async () => ({ status: 'ok' as const });
  const written = await defineBroker({ activate: () => ({ statement: { read }, health }) }).activate(
    context({}),
  );
  expect(written).toEqual({ statement: { read }, health });
  const made = await defineBroker({ activate: () => ({ statement: { formats: {}, detect } }) }).activate(
    context({}),
  );
  expect(made.statement?.detect).toBe(detect);
});

test('services without statements are given as they are', async () => {
  expect(await defineBroker({ activate: async () => ({}) }).activate(context({}))).toEqual({});
});

test('deactivate is called as a method of the parts', async () => {
  const close = jest.fn<() => void>();
  const parts = { activate: () => ({}), close, deactivate: (): void => parts.close() };
  await defineBroker(parts).deactivate?.();
  expect(close).toHaveBeenCalledTimes(1);
});

test('a definition has only what was given', () => {
  expect(Object.keys(defineBroker({ activate: () => ({}) }))).toEqual(['type', 'activate']);
});
