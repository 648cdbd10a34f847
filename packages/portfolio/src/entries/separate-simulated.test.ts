import { expect, test } from '@jest/globals';
import { dataOf, type AcmeFile } from '../../test/acme.js';
import { buy, stock, transfer } from '../../test/drafts.js';
import { derivePortfolio } from '../portfolio/derive-portfolio.js';
import { separateSimulated } from './separate-simulated.js';
import { simulatedInstitution } from './simulated.js';

const SIMULATED = simulatedInstitution('Acme');
const DAY = '2024-01-02';

const real: AcmeFile = {
  transactions: [
    buy(stock('AAA', { isin: 'US0000000001', currency: 'USD' }), {
      quantity: '2',
      price: '10',
      tradeDate: DAY,
    }),
  ],
  transfers: [transfer(stock('BBB'), { type: 'TRANSFER_IN', quantity: '5', date: DAY })],
  fxRates: [{ base: 'EUR', quote: 'USD', rate: '1.25', date: DAY, source: 'REFERENCE' }],
};

/** A later price, another rate, and units that seem to leave for the real account. */
const madeUp: AcmeFile = {
  institution: SIMULATED,
  transactions: [
    buy(stock('AAA', { isin: 'US0000000001', currency: 'USD' }), {
      quantity: '100',
      price: '999',
      tradeDate: '2024-01-03',
    }),
    buy(stock('BBB'), { quantity: '5', price: '7', tradeDate: '2024-01-01' }),
  ],
  transfers: [transfer(stock('BBB'), { type: 'TRANSFER_OUT', quantity: '-5', date: DAY })],
  fxRates: [{ base: 'EUR', quote: 'USD', rate: '2', date: '2024-01-03', source: 'REFERENCE' }],
};

test('no figure of what is real knows of what is simulated', async () => {
  const alone = derivePortfolio(await dataOf(real), { base: 'EUR' });
  const { data, leftOut } = separateSimulated(await dataOf(real, madeUp));
  expect(derivePortfolio(data, { base: 'EUR' })).toEqual(alone);
  expect(leftOut).toEqual([{ institution: SIMULATED, accountId: 'A1' }]);
});

test('a ledger of simulated records alone is answered as it is', async () => {
  const data = await dataOf(madeUp);
  expect(separateSimulated(data)).toEqual({ data, leftOut: [] });
});

test('a question to a simulated account is answered by that alone', async () => {
  const both = await dataOf(real, madeUp);
  const account = `${SIMULATED}/A1`;
  const { data, leftOut } = separateSimulated(both, { account });
  expect([...data.accounts.values()].map(({ institution }) => institution)).toEqual([SIMULATED]);
  expect(data.entries).toHaveLength(3);
  expect(leftOut).toEqual([]);
});

test('a number that a real and a simulated account have means the real one', async () => {
  const { data, leftOut } = separateSimulated(await dataOf(real, madeUp), { account: 'A1' });
  expect([...data.accounts.values()].map(({ institution }) => institution)).toEqual(['Acme']);
  expect(leftOut).toHaveLength(1);
});

test('rates alone that are simulated are none for what is real', async () => {
  const { data } = separateSimulated(
    await dataOf(real, { institution: SIMULATED, fxRates: madeUp.fxRates ?? [] }),
  );
  expect(data.rates.map(({ rate }) => rate)).toEqual(['1.25']);
});
