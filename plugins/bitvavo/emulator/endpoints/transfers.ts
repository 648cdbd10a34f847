import Big from 'big.js';
import { createHash } from 'node:crypto';
import type { Endpoint } from '../endpoint.js';
import { integer, period } from '../parameters.js';
import type { BitvavoBooking } from '../scenario.js';

/** Deposits or withdrawals, money and assets mixed, newest first. */
function transfers(path: string, action: string, type: 'deposit' | 'withdrawal'): Endpoint {
  return {
    path,
    action,
    access: 'private',
    weight: 5,
    parameters: ['symbol', 'limit', 'start', 'end'],
    view: (asked, { scenario }) => {
      const symbol = asked.query.get('symbol');
      const within = period(asked, 'start', 'end');
      const limit = integer(asked, 'limit', { min: 1, max: 1000, otherwise: 500 });
      return scenario.bookings
        .filter((booking) => booking.type === type && within(booking.time))
        .filter((booking) => (symbol ?? booking.symbol) === booking.symbol)
        .toSorted((one, other) => other.time - one.time)
        .slice(0, limit)
        .map(toTransfer);
    },
  };
}

function toTransfer(booking: BitvavoBooking): Record<string, string | number> {
  const fee = booking.fee?.amount ?? '0';
  // The fee of a withdrawal comes on top of its amount.
  const amount = new Big(booking.change).abs().minus(booking.type === 'withdrawal' ? fee : 0);
  const money = booking.symbol === 'EUR';
  return {
    timestamp: booking.time,
    symbol: booking.symbol,
    amount: amount.toFixed(),
    ...(booking.address === undefined ? {} : { address: booking.address }),
    ...(money ? {} : { txId: createHash('sha256').update(booking.id).digest('hex') }),
    fee,
    status: 'completed',
  };
}

export const transferEndpoints: readonly Endpoint[] = [
  transfers('/depositHistory', 'privateGetDepositHistory', 'deposit'),
  transfers('/withdrawalHistory', 'privateGetWithdrawalHistory', 'withdrawal'),
];
