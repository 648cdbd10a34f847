import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { OnlineHost } from '../../../test/online-host.js';

let online: OnlineHost;

beforeEach(async () => {
  online = await OnlineHost.start();
  await online.logIn();
});

afterEach(() => online[Symbol.asyncDispose]());

test('the account has its number, currency and cash, at DEGIRO and at the bank', async () => {
  await expect(online.host.list('account', 'listAccounts')).resolves.toEqual([
    {
      id: '41008277',
      name: 'Demo Account',
      baseCurrency: 'EUR',
      cash: [
        { currency: 'EUR', amount: '1855.94' },
        { currency: 'USD', amount: '0' },
        { currency: 'GBP', amount: '0' },
      ],
      asOf: '2026-11-22T10:15:00.000Z',
    },
  ]);
});

test('positions are those that are open, in pounds where the site has pence', async () => {
  const positions = await online.host.list('portfolio', 'listPositions');
  const quantities = positions.map(({ instrument, quantity }) => [instrument.symbol, quantity]);
  expect(Object.fromEntries(quantities)).toEqual({
    ALWE: '54',
    ALEB: '25',
    HRBR: '8',
    NZC: '20',
    TLN: '200',
    LKSH: '24',
    GAR: '10',
    RHO: '14',
  });
  expect(positions.find(({ instrument }) => instrument.symbol === 'TLN')).toMatchObject({
    currency: 'GBP',
    marketPrice: '1.583',
    averagePrice: '1.425',
    marketValue: '316.6',
    instrument: { currency: 'GBP', isin: 'GB00BX7L4100' },
  });
  online.emulator.journal.expectClean();
});
