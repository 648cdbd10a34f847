import { readFileSync } from 'node:fs';
import type { Booking, Product } from './scenario.js';

/**
 * The bookings of the demo statement, so that file and API tell the same story. Read here by its own few lines, so that
 * the emulator shares no misreading with the plugin.
 */
export function readDemoBookings(products: readonly Product[]): Booking[] {
  const file = new URL('../../demo/degiro-account.csv', import.meta.url);
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => toBooking(cellsOf(line), lines.length - index, products));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

function toBooking(cells: readonly string[], sequence: number, products: readonly Product[]): Booking {
  const [date = '', time = '', valueDate = '', product = '', isin = '', description = '', rate = ''] = cells;
  const [currency = '', amount = '', balanceCurrency = '', balance = '', orderId = ''] = cells.slice(7);
  const listed = products.find((one) => one.isin === isin);
  return {
    id: 100_000_000 + sequence,
    at: `${isoDate(date)}T${time}:${secondsOf(time)}`,
    valueDate: isoDate(valueDate),
    ...(listed === undefined ? {} : { productId: listed.id }),
    product,
    isin,
    description,
    rate,
    ...(amount === '' ? {} : { amount: amount.replaceAll(',', '') }),
    currency,
    balance: balance.replaceAll(',', ''),
    balanceCurrency,
    ...(orderId === '' ? {} : { orderId }),
  };
}

function isoDate(printed: string): string {
  return printed.split('-').reverse().join('-');
}

/** The statement prints no seconds; the site has them, equal for all rows of one minute. */
function secondsOf(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return String((hours * 7 + minutes * 13) % 60).padStart(2, '0');
}
