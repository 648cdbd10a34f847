import { Random } from '@bourse/sdk/emulator';
import { dateStamp, easternTime, fillStamp } from './eastern.js';
import type { Activity, FillActivity, NonTradeActivity } from './facts.js';

/** One order as a scenario tells it: its executions, the last of which fills it. */
export interface OrderPlan {
  readonly symbol: string;
  readonly side: FillActivity['side'];
  readonly fills: readonly { readonly at: string; readonly qty: string; readonly price: string }[];
}

type Booking = Omit<NonTradeActivity, 'id' | 'created_at' | 'status'> &
  Partial<Pick<NonTradeActivity, 'created_at' | 'status'>>;

/** Writes the bookings of an account, with ids that are the same in every run. */
export class Book {
  readonly activities: Activity[] = [];
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  /** An order that was filled, in as many executions as it has fills. */
  order({ symbol, side, fills }: OrderPlan): void {
    const orderId = this.#random.uuid();
    const quantities = fills.map(({ qty }) => toUnits(qty));
    const total = quantities.reduce((sum, units) => sum + units, 0n);
    let filled = 0n;
    for (const [index, { at, qty, price }] of fills.entries()) {
      filled += quantities[index] ?? 0n;
      const isLast = filled === total;
      this.activities.push({
        id: `${fillStamp(at)}::${this.#random.uuid()}`,
        activity_type: 'FILL',
        transaction_time: at,
        type: isLast ? 'fill' : 'partial_fill',
        price,
        qty,
        side,
        symbol,
        leaves_qty: toText(total - filled),
        order_id: orderId,
        cum_qty: toText(filled),
        order_status: isLast ? 'filled' : 'partially_filled',
      });
    }
  }

  /** A booking that is no execution; recorded at seven in the morning of its date unless told. */
  add(booking: Booking): void {
    this.activities.push({
      created_at: new Date(easternTime(booking.date, '07:00')).toISOString(),
      status: 'executed',
      ...booking,
      id: `${dateStamp(booking.date)}::${this.#random.uuid()}`,
    });
  }

  /** An id that sibling bookings share. */
  group(): string {
    return this.#random.uuid();
  }
}

const DIGITS = 9;

/** Billionths, exactly: Alpaca's quantities have up to nine decimals. */
function toUnits(quantity: string): bigint {
  const [whole = '0', fraction = ''] = quantity.split('.');
  return BigInt(whole + fraction.padEnd(DIGITS, '0'));
}

function toText(units: bigint): string {
  const digits = units.toString().padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -DIGITS) : `${digits.slice(0, -DIGITS)}.${fraction}`;
}
