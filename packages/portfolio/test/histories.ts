import type { DividendDraft, StatementPart, TransactionDraft } from '@bourse/core/interfaces';
import fc from 'fast-check';
import type { AcmeFile } from './acme.js';
import { buy, cashMovement, dividend, fee, sell, stock, transfer } from './drafts.js';

/** What happened on one day, as lists of drafts without ids of the institution unless an event has one. */
export type Day = Pick<StatementPart, 'transactions' | 'cashMovements' | 'transfers' | 'dividends' | 'fees'>;

/** Days of one invented account, the first one first. Equal events of a day are two events. */
export const histories: fc.Arbitrary<Day[]> = fc
  .array(fc.array(events(), { maxLength: 5 }), { minLength: 1, maxLength: 8 })
  .map((days) => days.map((day, index) => toDay(day, dateOf(index))));

type Event = (date: string) => Day;

function events(): fc.Arbitrary<Event> {
  const amount = fc.integer({ min: 1, max: 30 }).map((cents) => (cents / 4).toString());
  const units = fc.integer({ min: 1, max: 3 }).map(String);
  const symbol = fc.constantFrom('AAA', 'BBB');
  const recordId = fc.option(fc.uuid(), { nil: undefined });
  const trade = fc
    .tuple(fc.boolean(), symbol, units, amount, recordId)
    .map(([isBuy, name, quantity, price, id]): Event => (date) => ({
      transactions: [tradeOf(isBuy, name, { quantity, price, tradeDate: date, ...sourceOf(id) })],
    }));
  const deposit = fc.tuple(amount, recordId).map(([money, id]): Event => (date) => ({
    cashMovements: [cashMovement({ type: 'DEPOSIT', money: euros(money), date, ...sourceOf(id) })],
  }));
  const income = fc.tuple(symbol, amount).map(([name, gross]): Event => (date) => ({
    dividends: [paid(name, gross, date)],
  }));
  const cost = amount.map((money): Event => (date) => ({ fees: [fee({ money: euros(`-${money}`), date })] }));
  const gift = fc.tuple(symbol, units).map(([name, quantity]): Event => (date) => ({
    transfers: [transfer(stock(name), { type: 'TRANSFER_IN', quantity, date })],
  }));
  return fc.oneof({ weight: 4, arbitrary: trade }, deposit, income, cost, gift);
}

function tradeOf(isBuy: boolean, symbol: string, terms: Parameters<typeof buy>[1]): TransactionDraft {
  return isBuy ? buy(stock(symbol), terms) : sell(stock(symbol), terms);
}

function paid(symbol: string, gross: string, date: string): DividendDraft {
  return dividend(stock(symbol), { gross, net: gross, date });
}

function sourceOf(recordId: string | undefined): { source?: { section: string; recordId: string } } {
  return recordId === undefined ? {} : { source: { section: 'rows', recordId } };
}

function toDay(day: readonly Event[], date: string): Day {
  return joinDays(day.map((event) => event(date)));
}

/** The export of some days. */
export function joinDays(days: readonly Day[]): Day {
  return {
    transactions: days.flatMap((day) => day.transactions ?? []),
    cashMovements: days.flatMap((day) => day.cashMovements ?? []),
    transfers: days.flatMap((day) => day.transfers ?? []),
    dividends: days.flatMap((day) => day.dividends ?? []),
    fees: days.flatMap((day) => day.fees ?? []),
  };
}

/**
 * Exports of a history that together tell all of it: runs of days that overlap or do not, each any number of times, in any order.
 */
export function exportsOf(days: readonly Day[]): fc.Arbitrary<AcmeFile[]> {
  const range = fc.tuple(fc.nat({ max: days.length - 1 }), fc.nat({ max: days.length - 1 }));
  return fc
    .tuple(fc.array(range, { maxLength: 4 }), fc.nat({ max: days.length - 1 }))
    .chain(([ranges, cut]) => {
      const runs = [...ranges, [0, cut], [cut, days.length - 1]].map(([from = 0, to = 0]) =>
        [from, to].sort((a, b) => a - b),
      );
      const files = runs.map(([from = 0, to = 0]) => ({
        ...joinDays(days.slice(from, to + 1)),
        name: `${from}-${to}.csv`,
      }));
      return fc.shuffledSubarray(files, { minLength: files.length });
    });
}

function dateOf(day: number): string {
  return `2024-01-${String(day + 1).padStart(2, '0')}`;
}

function euros(amount: string): { amount: string; currency: string } {
  return { amount, currency: 'EUR' };
}
