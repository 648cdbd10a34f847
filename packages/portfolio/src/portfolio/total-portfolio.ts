import type { Decimal, Money } from '@bourse/core/interfaces';
import type { CashBalance } from '../cash/derive-cash.js';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { AccountRef } from '../entries/account-ref.js';
import type { PositionView } from '../positions/position-view.js';
import type { Converter } from '../rates/converter.js';
import { baseOmissionsOf, omissionsOf, type Figure, type Omission } from './omission.js';

/** The rate that brought a currency into the base currency. */
export interface RateUse {
  readonly currency: string;
  readonly date: string;
  /** More than seven days before the day of the totals. */
  readonly stale: boolean;
}

/** The cash of one account in one currency, in the base currency. */
export interface CashPart extends AccountRef {
  readonly currency: string;
  readonly amount: Decimal;
}

export interface PortfolioTotals {
  /** What the positions are worth, by currency; those valued at cost included. */
  readonly value: readonly Money[];
  readonly cost: readonly Money[];
  readonly unrealized: readonly Money[];
  readonly realized: readonly Money[];
  readonly cash: readonly Money[];
  /** What the totals above leave out. */
  readonly omitted: readonly Omission[];
  /** Present where a base currency is asked for. */
  readonly base?: {
    readonly currency: string;
    /** Of the positions. */
    readonly value: Decimal;
    readonly cost: Decimal;
    readonly unrealized: Decimal;
    readonly realized: Decimal;
    readonly cash: Decimal;
    /** What `cash` is made of. */
    readonly cashParts: readonly CashPart[];
    /** Positions and cash. */
    readonly wealth: Decimal;
    /** What these totals leave out. */
    readonly omitted: readonly Omission[];
    readonly rates: readonly RateUse[];
  };
}

interface TotalContext {
  readonly converter: Converter | undefined;
  readonly asOf: string;
}

export function totalPortfolio(
  positions: readonly PositionView[],
  cash: readonly CashBalance[],
  { converter, asOf }: TotalContext,
): PortfolioTotals {
  const sum = (figure: Figure) => sumMoney(positions.flatMap((position) => position[figure] ?? []));
  return {
    value: sum('value'),
    cost: sum('cost'),
    unrealized: sum('unrealized'),
    realized: sum('realized'),
    cash: sumMoney(cash.map(({ balance, currency }) => ({ amount: balance, currency }))),
    omitted: positions.flatMap(omissionsOf),
    ...(converter === undefined ? {} : { base: totalBase(positions, cash, converter, asOf) }),
  };
}

function totalBase(
  positions: readonly PositionView[],
  cash: readonly CashBalance[],
  converter: Converter,
  asOf: string,
): NonNullable<PortfolioTotals['base']> {
  const sum = (figure: Figure) => sumDecimals(positions.map(({ base }) => base?.[figure]));
  const converted = cash.map((balance) => ({
    balance,
    amount: converter.convert(Exact.from(balance.balance), balance.currency, asOf)?.toString(),
  }));
  const cashParts = converted.flatMap(({ amount, balance: { institution, accountId, currency } }) =>
    amount === undefined ? [] : [{ institution, accountId, currency, amount }],
  );
  const [value, cashSum] = [sum('value'), sumDecimals(cashParts.map(({ amount }) => amount))];
  const omittedCash = converted.filter(
    ({ amount, balance }) => amount === undefined && balance.balance !== '0',
  );
  return {
    currency: converter.base,
    value,
    cost: sum('cost'),
    unrealized: sum('unrealized'),
    realized: sum('realized'),
    cash: cashSum,
    cashParts,
    wealth: sumDecimals([value, cashSum]),
    omitted: [
      ...positions.flatMap((position) => baseOmissionsOf(position, converter.base)),
      ...omittedCash.map(({ balance }) => cashOmission(balance)),
    ],
    rates: ratesUsed(positions, cash, converter, asOf),
  };
}

function cashOmission({ institution, accountId, currency }: CashBalance): Omission {
  return { figure: 'cash', reason: 'RATE_MISSING', institution, accountId, currencies: [currency] };
}

function ratesUsed(
  positions: readonly PositionView[],
  cash: readonly CashBalance[],
  converter: Converter,
  asOf: string,
): RateUse[] {
  const values = positions.flatMap(({ value }) => value ?? []).map(({ currency }) => currency);
  const currencies = new Set([...values, ...cash.map(({ currency }) => currency)]);
  return [...currencies].sort().flatMap((currency) => {
    const conversion = currency === converter.base ? undefined : converter.find(currency, asOf);
    return conversion === undefined ? [] : [{ currency, date: conversion.date, stale: conversion.stale }];
  });
}

function sumMoney(amounts: readonly Money[]): Money[] {
  return amounts.reduce((sum, money) => sum.plus(MoneyBag.from(money)), MoneyBag.EMPTY).toMoney();
}

function sumDecimals(amounts: readonly (Decimal | undefined)[]): Decimal {
  return amounts
    .reduce((sum, amount) => (amount === undefined ? sum : sum.plus(Exact.from(amount))), Exact.ZERO)
    .toString();
}
