import { describe, expect, test } from '@jest/globals';
import type { Charge, TransactionDraft } from '@bourse/sdk';
import Big from 'big.js';
import { buildTerms } from '../../test/build-terms.js';
import type { PaperSettings } from '../settings.js';
import type { AccountBook } from './account-book.js';
import { simulate } from './simulate.js';

const UNTIL = '2026-11-21';

/** Accounts of every kind, so that a law which holds for all of them holds. */
const ACCOUNTS: Partial<PaperSettings>[] = [
  {},
  { seed: 2, risk: 'bold' },
  { seed: 3, baseCurrency: 'USD', monthlyDeposit: '123.45' },
  { seed: 4, baseCurrency: 'GBP', risk: 'cautious', monthlyDeposit: '60' },
  { seed: 5, baseCurrency: 'CHF', monthlyDeposit: '250000' },
  { seed: 6, startDate: '2024-02-17', risk: 'bold' },
  { seed: 7, startDate: '2012-02-29', monthlyDeposit: '0.01' },
];

const bookOf = (settings: Partial<PaperSettings>, until = UNTIL): AccountBook =>
  simulate(buildTerms(settings), until).book;

function chargesIn(charges: readonly Charge[]): Big {
  return charges.reduce((sum, charge) => sum.plus('money' in charge ? charge.money.amount : 0), new Big(0));
}

/** Every cash effect with its moment: what happens without one happens before noon. */
function cashEffects(book: AccountBook): { at: string; currency: string; amount: Big }[] {
  return [
    ...book.transactions.map(({ tradedAt = '', netAmount }) =>
      effect(tradedAt, netAmount.currency, netAmount.amount),
    ),
    ...book.cashMovements.map(({ bookedAt = '', money, charges = [] }) =>
      effect(bookedAt, money.currency, new Big(money.amount).minus(chargesIn(charges))),
    ),
    ...book.dividends.map(({ date, currency, net }) => effect(`${date}T08:00:00Z`, currency, net)),
    ...book.fees.map(({ bookedAt = '', money }) => effect(bookedAt, money.currency, money.amount)),
  ].toSorted((left, right) => (left.at < right.at ? -1 : Number(left.at > right.at)));
}

function effect(
  at: string,
  currency: string,
  amount: Big | string,
): { at: string; currency: string; amount: Big } {
  return { at, currency, amount: new Big(amount) };
}

function signedQuantity({ side, quantity }: TransactionDraft): Big {
  return new Big(quantity).times(side === 'BUY' ? 1 : -1);
}

describe.each(ACCOUNTS)('the account of %p', (settings) => {
  const book = bookOf(settings);

  test('has trades that add up to the cent', () => {
    for (const trade of book.transactions) {
      const gross = new Big(trade.quantity).times(trade.price ?? '0');
      expect(trade.grossAmount).toBe(gross.toFixed(2));
      const principal = trade.side === 'BUY' ? gross.times(-1) : gross;
      expect(trade.netAmount).toEqual({
        amount: principal.minus(chargesIn(trade.charges)).toFixed(2),
        currency: trade.currency,
      });
    }
  });

  test('has dividends whose tax and net add up to the gross', () => {
    for (const { gross, withholdings, net, perShare, quantity, currency } of book.dividends) {
      const tax = withholdings.reduce((sum, { money }) => sum.plus(money.amount), new Big(0));
      expect(new Big(net).plus(tax).toFixed(2)).toBe(gross);
      expect(
        new Big(perShare ?? 0)
          .times(quantity ?? 0)
          .round(2, Big.roundHalfEven)
          .toFixed(2),
      ).toBe(gross);
      expect(withholdings.every(({ money }) => money.currency === currency)).toBe(true);
    }
  });

  test('exchanges currency in two movements that agree with their rate', () => {
    const links = Map.groupBy(
      book.cashMovements.filter(({ type }) => type === 'FX_CONVERSION'),
      ({ linkId }) => linkId,
    );
    for (const [sold, bought, ...others] of links.values()) {
      expect(others).toEqual([]);
      expect(sold?.fx).toEqual(bought?.fx);
      const expected = new Big(sold?.money.amount ?? 0).times(sold?.fx?.rate ?? 0).times(-1);
      expect(expected.round(2, Big.roundHalfEven).toFixed(2)).toBe(bought?.money.amount);
    }
  });

  test('never has less than no cash', () => {
    const cash = new Map<string, Big>();
    for (const { currency, amount } of cashEffects(book)) {
      const balance = (cash.get(currency) ?? new Big(0)).plus(amount);
      expect(balance.gte(0)).toBe(true);
      cash.set(currency, balance);
    }
    for (const [currency, balance] of book.cash) expect(cash.get(currency)?.eq(balance)).toBe(true);
    expect(cash.size).toBe(book.cash.size);
  });

  test('holds what was bought, sold and split', () => {
    const sums = new Map<string, Big>();
    const add = (symbol: string, quantity: Big): void => {
      sums.set(symbol, (sums.get(symbol) ?? new Big(0)).plus(quantity));
    };
    for (const trade of book.transactions) add(trade.instrument.symbol ?? '', signedQuantity(trade));
    for (const action of book.corporateActions) {
      for (const { instrument, quantity } of action.legs) add(instrument.symbol ?? '', new Big(quantity));
    }
    for (const [symbol, quantity] of sums) {
      expect(quantity.gte(0)).toBe(true);
      expect(book.quantityOf(symbol).eq(quantity)).toBe(true);
    }
    expect(book.holdings.every(({ quantity, cost }) => quantity.gt(0) && cost.gt(0))).toBe(true);
  });

  test('gives every booking an id of its own', () => {
    const ids = [
      book.transactions,
      book.cashMovements,
      book.dividends,
      book.fees,
      book.corporateActions,
    ].flatMap((list) => list.map(({ source }) => source.recordId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(['2024-06-14', '2025-01-31', '2026-11-20'])(
    'had on %s the beginning of what it has now',
    (until) => {
      const former = bookOf(settings, until);
      for (const list of [
        'transactions',
        'cashMovements',
        'dividends',
        'fees',
        'corporateActions',
      ] as const) {
        expect(book[list].slice(0, former[list].length)).toEqual(former[list]);
      }
    },
  );
});

describe('the default account', () => {
  const book = bookOf({});

  test('shows everything that an account of its kind has', () => {
    expect(new Set(book.cashMovements.map(({ type }) => type))).toEqual(
      new Set(['DEPOSIT', 'FX_CONVERSION', 'INTEREST_RECEIVED', 'WITHDRAWAL']),
    );
    expect(new Set(book.transactions.flatMap(({ charges }) => charges.map(({ kind }) => kind)))).toEqual(
      new Set(['COMMISSION', 'TRANSACTION_TAX', 'REGULATORY']),
    );
    expect(new Set(book.transactions.map(({ side }) => side)).size).toBe(2);
    expect(new Set(book.transactions.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'USD']));
    expect(book.dividends.some(({ withholdings }) => withholdings.length > 0)).toBe(true);
    expect(book.dividends.some(({ withholdings }) => withholdings.length === 0)).toBe(true);
    expect(book.fees.length).toBeGreaterThan(5);
    expect(book.corporateActions).toMatchObject([
      { type: 'SPLIT', ratio: { from: '1', to: '4' }, date: '2024-11-01' },
    ]);
  });

  test('is paid into three times the deposit at the opening, then on every first trading day', () => {
    const deposits = book.cashMovements.filter(({ type }) => type === 'DEPOSIT');
    expect(deposits.slice(0, 2)).toMatchObject([
      { date: '2024-01-02', money: { amount: '3000.00', currency: 'EUR' } },
      { date: '2024-02-01', money: { amount: '1000.00', currency: 'EUR' } },
    ]);
    expect(deposits).toHaveLength(35);
  });

  test('is paid dividends by every listing in the months of its quarters', () => {
    const months = (symbol: string): Set<string> => {
      const paid = book.dividends.filter(({ instrument }) => instrument.symbol === symbol);
      return new Set(paid.map(({ date }) => date.slice(5, 7)));
    };
    expect(months('AURW')).toEqual(new Set(['03', '06', '09', '12']));
    expect(months('BORB')).toEqual(new Set(['02', '05', '08', '11']));
    expect(months('DMNT')).toEqual(new Set(['01', '04', '07', '10']));
    expect(months('HLCY')).toEqual(new Set());
  });

  test('is charged for custody when a quarter begins, and credited interest when a month ends', () => {
    expect(book.fees.map(({ date }) => date).slice(0, 4)).toEqual([
      '2024-04-01',
      '2024-07-01',
      '2024-10-01',
      '2025-01-02',
    ]);
    const interest = book.cashMovements.filter(({ type }) => type === 'INTEREST_RECEIVED');
    expect(interest.map(({ date }) => date).slice(0, 3)).toEqual(['2024-01-31', '2024-02-29', '2024-03-29']);
  });

  test('keeps the cost of shares that are split', () => {
    const before = bookOf({}, '2024-10-31').holdings.find(
      ({ listing }) => listing.instrument.symbol === 'FENS',
    );
    const after = bookOf({}, '2024-11-01').holdings.find(
      ({ listing }) => listing.instrument.symbol === 'FENS',
    );
    expect(after?.quantity.eq(before?.quantity.times(4) ?? 0)).toBe(true);
    expect(after?.cost).toEqual(before?.cost);
  });
});

test('an account without deposits stays empty', () => {
  const book = bookOf({ monthlyDeposit: '0' });
  expect(book.cash.size).toBe(0);
  expect(book.transactions).toEqual([]);
});

test('an account that is still to be opened is empty', () => {
  expect(bookOf({ startDate: '2030-01-01' }).cashMovements).toEqual([]);
});
