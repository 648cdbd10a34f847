import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { json } from '@bourse/sdk/emulator';
import type { MockHost } from '@bourse/sdk/testing';
import { emulator } from '../emulator/index.js';
import { startHost, type Running } from './through-emulator.js';

let running: Running;
let host: MockHost;

beforeEach(async () => {
  running = await emulator.start();
  host = startHost(running);
});

afterEach(async () => {
  await host.deactivate();
  running.journal.expectClean();
  await running.close();
});

test('all bookings of the account are in one list each', async () => {
  const idsOf = (items: readonly { source: { recordId?: string | undefined } }[]) =>
    items.map(({ source }) => source.recordId);
  expect(idsOf(await host.list('transaction', 'listTransactions'))).toEqual(['R-1002', 'R-1005']);
  expect(idsOf(await host.list('cash', 'listCashMovements'))).toEqual(['R-1001']);
  expect(idsOf(await host.list('fee', 'listFees'))).toEqual(['R-1004']);
});

test('a booking of a kind that is not known is told of once, with the reason', async () => {
  running.scenario.bookings = [
    { bookedOn: '2026-04-01', reference: 'R-1006', kind: 'LOTTERY', amount: '5.00', currency: 'EUR' },
  ];
  expect(await host.call('cash', 'listCashMovements')).toMatchObject({
    items: [],
    unclassified: [{ text: expect.stringContaining('R-1006'), reason: 'The kind "LOTTERY" is unknown.' }],
  });
  expect(await host.call('fee', 'listFees')).toEqual({ items: [] });
});

test.each([
  //#if credentials
  [{ kind: 'answer', answer: json({}, { status: 401 }) } as const, 'AUTH_INVALID'],
  //#end
  [{ kind: 'answer', answer: json({}, { status: 403 }) } as const, 'PERMISSION_DENIED'],
  [{ kind: 'rateLimit', retryAfter: 7 } as const, 'RATE_LIMITED'],
  [{ kind: 'serverError' } as const, 'UNAVAILABLE'],
  [{ kind: 'reset' } as const, 'UNAVAILABLE'],
  [{ kind: 'maintenance' } as const, 'MAINTENANCE'],
  [{ kind: 'truncate', afterBytes: 10 } as const, 'MALFORMED_RESPONSE'],
  [
    { kind: 'answer', answer: json({ id: 'A-1', currency: 'EUR', cash: 'much' }) } as const,
    'MALFORMED_RESPONSE',
  ],
])('%j is %s, and the next request works', async (fault, code) => {
  running.faults.inject(fault);
  await expect(host.list('account', 'listAccounts')).rejects.toMatchObject({ code });
  expect(await host.list('account', 'listAccounts')).toHaveLength(1);
});
