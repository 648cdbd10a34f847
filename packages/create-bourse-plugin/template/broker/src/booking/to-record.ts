import {
  isIsin,
  quoteCell,
  type CashMovementDraft,
  type Charge,
  type DraftSource,
  type FeeDraft,
  type Instrument,
  type Money,
  type OrderSide,
  type TransactionDraft,
} from '@bourse/sdk';
import { BookingError, UnknownKind, type Booking } from './booking.js';

/** A record, and the list that it belongs to. */
export type BookedRecord =
  | { readonly list: 'transactions'; readonly draft: TransactionDraft }
  | { readonly list: 'cashMovements'; readonly draft: CashMovementDraft }
  | { readonly list: 'fees'; readonly draft: FeeDraft };

/** Where a booking was found. */
export interface Origin {
  readonly accountId: string;
  /** The ordinals of its rows, where it was read from a file. */
  readonly rows?: number[];
}

/**
 * Turns one booking into one record. A kind that is not known here is refused, never guessed.
 *
 * @returns undefined for a notice, which changes neither cash nor positions
 * @throws BookingError
 */
export function toRecord(booking: Booking, { accountId, rows }: Origin): BookedRecord | undefined {
  const { kind, date, raw } = booking;
  const source: DraftSource = { recordId: booking.reference, ...(rows === undefined ? {} : { rows }) };
  const common = { accountId, status: 'BOOKED', source, raw: [raw] } as const;
  const movement = { ...common, raw: [raw], date, money: moneyOf(booking), description: kind };
  switch (kind) {
    case 'BUY':
    case 'SELL':
      return { list: 'transactions', draft: { ...common, raw: [raw], ...toTrade(booking, kind) } };
    case 'DEPOSIT':
    case 'WITHDRAWAL':
      return { list: 'cashMovements', draft: { ...movement, type: kind } };
    case 'FEE':
      return { list: 'fees', draft: { ...movement, kind: 'ACCOUNT' } };
    case 'NOTICE':
      return undefined;
    default:
      throw new UnknownKind(kind);
  }
}

function moneyOf({ amount, currency }: Booking): Money {
  return { amount, currency };
}

function toTrade(booking: Booking, side: OrderSide) {
  const { currency } = booking;
  return {
    instrument: toInstrument(booking),
    side,
    quantity: booking.number('quantity'),
    price: booking.number('price'),
    currency,
    grossAmount: booking.number('value'),
    charges: toCharges(booking),
    netAmount: moneyOf(booking),
    tradeDate: booking.date,
  };
}

/** Empty where nothing is said of a commission; 0 only where 0 is said. */
function toCharges(booking: Booking): Charge[] {
  if (booking.text('commission') === '') return [];
  const money = { amount: booking.number('commission'), currency: booking.currency };
  return [{ kind: 'COMMISSION', money }];
}

function toInstrument(booking: Booking): Instrument {
  const isin = booking.text('isin');
  if (!isIsin(isin)) throw new BookingError(`${quoteCell(isin)} is no ISIN.`, 'isin');
  return { kind: 'FUND', name: booking.text('name'), isin };
}
