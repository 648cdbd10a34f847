import { json } from '@bourse/sdk/emulator';
import Big from 'big.js';
import { withOffset } from '../scenario/local-time.js';
import type { Booking, DegiroScenario } from '../scenario/scenario.js';
import { tradesOf, type Trade } from '../scenario/trades.js';
import { guarded } from '../session/authorize.js';
import type { Route } from '../world.js';
import { isWithin, periodOf } from './period.js';

/** The ids of transactions are not those of the bookings. */
const ID_OFFSET = 88_000_000;
/** Digits that the site gives amounts in the base currency. */
const AMOUNT_DIGITS = 9;

const TYPE_IDS: Readonly<Record<string, number>> = { 'STOCK SPLIT': 101, 'STOCK DIVIDEND': 102 };
const VENUES: Readonly<Record<string, string>> = {
  '200': 'XAMS',
  '663': 'ARCX',
  '570': 'XLON',
  '710': 'XPAR',
  '194': 'XETA',
};

export const transactionRoutes: readonly Route[] = [
  {
    name: 'transactions',
    method: 'GET',
    path: '/portfolio-reports/secure/v4/transactions',
    answer: guarded({ session: 'query', account: 'query' }, (call, { scenario }) => {
      const period = periodOf(call);
      const trades = tradesOf(scenario).filter(({ booking }) => isWithin(period, booking.at));
      return json({ data: trades.map((trade) => toRow(trade, scenario)) });
    }),
  },
];

function toRow(trade: Trade, scenario: DegiroScenario): object {
  const { booking, product, side, price, action } = trade;
  const sign = side === 'Buy' ? -1 : 1;
  const total = new Big(trade.quantity).times(price).times(sign);
  return {
    id: booking.id + ID_OFFSET,
    productId: Number(product.id),
    date: withOffset(booking.at),
    buysell: side === 'Buy' ? 'B' : 'S',
    price: Number(price),
    quantity: -sign * Number(trade.quantity),
    total: Number(total.round(2)),
    orderTypeId: 0,
    counterParty: 'MK',
    transfered: false,
    ...(action === undefined ? baseAmounts(trade, total, scenario) : actionAmounts()),
    transactionTypeId: action === undefined ? 0 : (TYPE_IDS[action] ?? 106),
    tradingVenue: VENUES[product.exchangeId],
    executingEntityId: '4PQUHN3JPFGFNF3BB653',
  };
}

/** What the trade came to in the base currency: the booked conversion, taken apart into value and cost of AutoFX. */
function baseAmounts({ booking, product }: Trade, total: Big, scenario: DegiroScenario): object {
  const order = scenario.bookings.filter(({ orderId }) => orderId === booking.orderId);
  const settled = sumOf(order.filter((row) => isConversion(row) && row.currency === scenario.baseCurrency));
  const fee = sumOf(order.filter((row) => row !== booking && !isConversion(row)));
  const isForeign = product.currency !== scenario.baseCurrency;
  const value = isForeign ? withoutAutoFx(settled, scenario) : total.round(2);
  const autoFx = isForeign ? settled.minus(value) : new Big(0);
  const fees = fee.plus(autoFx);
  return {
    fxRate: isForeign ? Number(total.div(value).round(4)) : 1,
    nettFxRate: isForeign ? Number(total.div(settled).round(4)) : 1,
    grossFxRate: isForeign ? Number(total.div(value).round(4)) : 1,
    autoFxFeeInBaseCurrency: Number(autoFx),
    totalInBaseCurrency: Number(value),
    feeInBaseCurrency: Number(fee),
    totalFeesInBaseCurrency: Number(fees),
    totalPlusFeeInBaseCurrency: Number(value.plus(fee)),
    totalPlusAllFeesInBaseCurrency: Number(value.plus(fees)),
  };
}

/** A purchase is booked at value + cost, a sale at value − cost. */
function withoutAutoFx(settled: Big, { autoFxFraction }: DegiroScenario): Big {
  const factor = settled.lt(0) ? new Big(1).plus(autoFxFraction) : new Big(1).minus(autoFxFraction);
  return settled.div(factor).round(AMOUNT_DIGITS);
}

function actionAmounts(): object {
  const none = { autoFxFeeInBaseCurrency: 0, feeInBaseCurrency: 0, totalFeesInBaseCurrency: 0 };
  return {
    fxRate: 0,
    ...none,
    totalInBaseCurrency: 0,
    totalPlusFeeInBaseCurrency: 0,
    totalPlusAllFeesInBaseCurrency: 0,
  };
}

function isConversion({ description }: Booking): boolean {
  return description === 'FX Debit' || description === 'FX Credit';
}

function sumOf(rows: readonly Booking[]): Big {
  return rows.reduce((sum, { amount = '0' }) => sum.plus(amount), new Big(0));
}
