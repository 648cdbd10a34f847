import { readFileSync } from 'node:fs';
import type { BitvavoBooking, BitvavoScenario } from './scenario.js';

const STATEMENT = new URL('../demo/bitvavo-history.csv', import.meta.url);

/** The life that the demo statement tells, so that the file and the API are about the same account. */
export function demoScenario(): BitvavoScenario {
  const [header = '', ...lines] = readFileSync(STATEMENT, 'utf8').trim().split('\n');
  const names = header.trim().split(',');
  const bookings = lines.map((line) => toBooking(new Map(zip(names, line.trim().split(',')))));
  return {
    // The statement has the newest row first.
    bookings: bookings.reverse(),
    openOrders: [
      {
        orderId: '0d8a3f52-6d0b-4f8e-9a37-2f2b8a2f5c11',
        market: 'BTC-EUR',
        side: 'sell',
        created: Date.parse('2026-10-01T08:15:00.250Z'),
        amount: '0.0025',
        price: '120000',
        onHold: '0.0025',
        onHoldCurrency: 'BTC',
      },
    ],
    staked: { ETH: '0.05', SOL: '0.9' },
    prices: {
      'ADA-EUR': '0.58214',
      'BTC-EUR': '81240',
      'ETH-EUR': '2614.3',
      'ETH-USDC': '3040.7',
      'LINK-EUR': '21.487',
      'SOL-EUR': '151.92',
      'USDC-EUR': '0.8598',
    },
    fees: { maker: '0.0015', taker: '0.0025', volume: '100.00' },
    quiet: [{ from: Date.parse('2026-10-20T00:00:00Z'), to: Date.parse('2026-10-22T00:00:00Z') }],
  };
}

function toBooking(row: ReadonlyMap<string, string>): BitvavoBooking {
  const cell = (name: string): string => row.get(name) ?? '';
  const local = Temporal.PlainDateTime.from(`${cell('Date')}T${cell('Time')}`);
  const feeAmount = cell('Fee amount');
  return {
    id: cell('Transaction ID'),
    time: local.toZonedDateTime(cell('Timezone')).epochMilliseconds,
    type: cell('Type'),
    symbol: cell('Currency'),
    change: cell('Amount'),
    ...(cell('Quote Currency') === '' ? {} : { quote: quoteOf(cell) }),
    ...(feeAmount === '' ? {} : { fee: { symbol: cell('Fee currency'), amount: feeAmount } }),
    ...(cell('Address') === '' ? {} : { address: cell('Address') }),
  };
}

function quoteOf(cell: (name: string) => string): NonNullable<BitvavoBooking['quote']> {
  return {
    symbol: cell('Received / Paid Currency'),
    price: cell('Quote Price'),
    change: cell('Received / Paid Amount'),
  };
}

function zip(names: readonly string[], values: readonly string[]): [string, string][] {
  return names.map((name, index) => [name, values[index] ?? '']);
}
