import { expect, test } from '@jest/globals';
import Big from 'big.js';
import { buildTerms } from '../../test/build-terms.js';
import { LISTINGS } from '../world/listings.js';
import { Market } from '../world/market.js';
import { AccountBook } from './account-book.js';
import { chargeCustody } from './custody-fee.js';
import type { Simulation } from './simulation.js';
import { fillOrder } from './trade.js';

const DAY = { date: '2024-04-01', month: 4, ordinal: 1, isLastOfMonth: false };

/** An account that holds so many shares and has so much cash. */
function simulationOf(quantity: number, cash: string): Simulation {
  const terms = buildTerms();
  const simulation = { terms, market: new Market(terms.seed), book: new AccountBook(terms.accountId) };
  const [listing] = LISTINGS;
  if (listing === undefined) throw new Error('there are no listings');
  fillOrder(simulation, '2024-03-01', { listing, side: 'BUY', quantity: new Big(quantity), seconds: 36_000 });
  const missing = new Big(cash).minus(simulation.book.cashOf('EUR'));
  simulation.book.addCashMovement({
    accountId: 'A',
    source: {},
    status: 'BOOKED',
    type: 'DEPOSIT',
    money: { amount: missing.toFixed(2), currency: 'EUR' },
    date: '2024-03-01',
    description: 'Deposit',
  });
  return simulation;
}

function feesOf(simulation: Simulation): string[] {
  chargeCustody(simulation, DAY);
  return simulation.book.fees.map(({ money }) => money.amount);
}

test('custody costs 0.02 % of what is held', () => {
  const simulation = simulationOf(100, '1000');
  const value = simulation.market.priceOf('AURW').times(100);
  expect(feesOf(simulation)).toEqual([value.times('-0.0002').round(2, Big.roundHalfEven).toFixed(2)]);
});

test.each([
  [10_000, '1000', 'at most 25', ['-25.00']],
  [100, '1.50', 'nothing without the cash for it', []],
  [0, '1000', 'nothing for nothing', []],
])('custody of %d shares with %s of cash costs %s', (quantity, cash, _, amounts) => {
  expect(feesOf(simulationOf(quantity, cash))).toEqual(amounts);
});
