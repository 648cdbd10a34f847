import { json } from '@bourse/sdk/emulator';
import { withOffset } from '../scenario/local-time.js';
import type { Booking, DegiroScenario } from '../scenario/scenario.js';
import { translate } from '../scenario/translate.js';
import { guarded } from '../session/authorize.js';
import type { Route } from '../world.js';
import { isWithin, periodOf } from './period.js';

export const accountOverviewRoutes: readonly Route[] = [
  {
    name: 'accountOverview',
    method: 'GET',
    path: '/portfolio-reports/secure/v6/accountoverview',
    answer: guarded({ session: 'query', account: 'query' }, (call, { scenario }) => {
      const period = periodOf(call);
      const rows = scenario.bookings.filter(({ at }) => isWithin(period, at));
      return json({ data: { cashMovements: rows.map((row) => toMovement(row, scenario)) } });
    }),
  },
];

function toMovement(booking: Booking, { language }: DegiroScenario): object {
  const { id, at, valueDate, description, productId, orderId, amount, rate, balanceCurrency } = booking;
  return {
    date: withOffset(at),
    valueDate: withOffset(`${valueDate}T00:00:00`),
    id,
    ...(orderId === undefined ? {} : { orderId }),
    description: translate(description, language),
    ...(productId === undefined ? {} : { productId: Number(productId) }),
    currency: balanceCurrency,
    ...(amount === undefined ? {} : { change: Number(amount) }),
    ...(rate === '' ? {} : { exchangeRate: Number(rate) }),
    balance: {
      unsettledCash: Number(booking.balance),
      flatexCash: 0,
      cashFund: [],
      total: Number(booking.balance),
    },
    type: typeOf(booking),
  };
}

function typeOf({ description, orderId, product }: Booking): string {
  if (description.includes('Cash Sweep') || description.startsWith('Transfer ')) return 'FLATEX_CASH_SWEEP';
  if (product.includes('CASH FUND')) return 'CASH_FUND_TRANSACTION';
  return orderId === undefined && !description.includes('@') ? 'CASH_TRANSACTION' : 'TRANSACTION';
}
