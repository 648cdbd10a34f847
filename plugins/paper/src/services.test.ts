import { afterEach, describe, expect, test } from '@jest/globals';
import { mockHost, type MockHost } from '@bourse/sdk/testing';
import Big from 'big.js';
import { plugin } from './plugin.js';

const hosts: MockHost[] = [];
const open = (now: string, settings: Record<string, unknown> = {}): MockHost => {
  const host = mockHost({ plugin, now, settings, connection: { id: 'c1', name: 'Paper' } });
  hosts.push(host);
  return host;
};

afterEach(async () => {
  for (const host of hosts.splice(0)) await host.deactivate();
});

describe('the services', () => {
  test('show the account as it was when yesterday ended', async () => {
    const host = open('2025-03-04T00:00:01Z');
    const [account] = await host.list('account', 'listAccounts');
    expect(account).toMatchObject({
      baseCurrency: 'EUR',
      asOf: '2025-03-03',
      period: { from: '2024-01-01', to: '2025-03-03' },
      openingCash: [
        { amount: '0.00', currency: 'EUR' },
        { amount: '0.00', currency: 'USD' },
      ],
    });
    const trades = await host.list('transaction', 'listTransactions');
    expect(trades.every(({ tradeDate }) => tradeDate <= '2025-03-03')).toBe(true);
  });

  test('value positions at the price of the day, and the account at their sum', async () => {
    const host = open('2025-03-04T12:00:00Z', { baseCurrency: 'USD' });
    const positions = await host.list('portfolio', 'listPositions');
    for (const position of positions) {
      const value = new Big(position.quantity).times(position.marketPrice ?? 0);
      expect(position.marketValue).toBe(value.toFixed(2));
      expect(position.unrealizedPnl).toBe(value.minus(position.costBasis ?? 0).toFixed(2));
      expect(position.asOf).toBe('2025-03-03');
    }
    const [account] = await host.list('account', 'listAccounts');
    const dollars = positions.filter(({ currency }) => currency === 'USD');
    const value = dollars.reduce((sum, { marketValue = '0' }) => sum.plus(marketValue), new Big(0));
    expect(new Big(account?.equity?.amount ?? 0).gt(value)).toBe(true);
  });

  test('go on when the day does, without a new start', async () => {
    const host = open('2025-03-04T12:00:00Z');
    const before = await host.list('cash', 'listCashMovements');
    await host.clock.advance(60 * 86_400_000);
    const after = await host.list('cash', 'listCashMovements');
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.slice(0, before.length)).toEqual(before);
  });

  test('go back when the clock does', async () => {
    const late = open('2025-03-04T12:00:00Z');
    const trades = await late.list('transaction', 'listTransactions', { until: '2024-12-31' });
    await late.deactivate();
    const early = open('2025-01-01T12:00:00Z');
    expect(await early.list('transaction', 'listTransactions')).toEqual(trades);
  });

  test('have an account before it is opened', async () => {
    const [account] = await open('2023-12-31T12:00:00Z').list('account', 'listAccounts');
    expect(account).toMatchObject({ baseCurrency: 'EUR', asOf: '2023-12-30' });
    expect(account).not.toHaveProperty('cash');
  });

  test('know no transfers', async () => {
    expect(await open('2025-03-04T12:00:00Z').list('cash', 'listTransfers')).toEqual([]);
  });

  test('refuse settings that cannot be', async () => {
    await expect(open('2025-03-04T12:00:00Z', { startDate: 'soon' }).activate()).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
  });
});
