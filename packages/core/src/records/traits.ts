import type { RecordKind } from '../interfaces/index.js';
import { canonicalDecimal } from './canonical-decimal.js';
import { instrumentKey } from './instrument-key.js';
import type { DraftByKind } from './record-draft.js';

/** What a record is recognised by where it has no id of its own. */
export interface Traits {
  /** The booking date; of a trade the trade date. */
  readonly date: string;
  /** The instant that the record carries, where the source's printed time is unknown. */
  readonly instant: string | undefined;
  readonly instrument: string | undefined;
  /** Type, side or kind, marked where the record takes another back. */
  readonly type: string;
  readonly quantity: string | undefined;
  readonly amount: string | undefined;
  readonly currency: string | undefined;
  /** Id of the order or event. */
  readonly group: string | undefined;
}

type TraitsOf = { readonly [Kind in RecordKind]: (draft: DraftByKind[Kind]) => Traits };

const NONE = {
  instant: undefined,
  instrument: undefined,
  quantity: undefined,
  amount: undefined,
  currency: undefined,
  group: undefined,
};

const typeOf = (type: string, status: string): string => (status === 'BOOKED' ? type : `${type}:${status}`);

const keyOf = (instrument: Parameters<typeof instrumentKey>[0] | undefined): string | undefined =>
  instrument === undefined ? undefined : instrumentKey(instrument);

/** The traits of a draft, by its kind. Texts, running balances and rates to base are never among them. */
export const traitsOf: TraitsOf = {
  TRANSACTION: (draft) => ({
    date: draft.tradeDate,
    instant: draft.tradedAt,
    instrument: instrumentKey(draft.instrument),
    type: typeOf(draft.side, draft.status),
    quantity: canonicalDecimal(draft.quantity),
    amount: canonicalDecimal(draft.grossAmount),
    currency: draft.currency,
    group: draft.orderId,
  }),
  CASH_MOVEMENT: (draft) => ({
    date: draft.date,
    instant: draft.bookedAt,
    instrument: keyOf(draft.instrument),
    type: typeOf(draft.type, draft.status),
    quantity: undefined,
    amount: canonicalDecimal(draft.money.amount),
    currency: draft.money.currency,
    group: draft.orderId,
  }),
  TRANSFER: (draft) => ({
    ...NONE,
    date: draft.date,
    instant: draft.bookedAt,
    instrument: instrumentKey(draft.instrument),
    type: typeOf(draft.type, draft.status),
    quantity: canonicalDecimal(draft.quantity),
  }),
  DIVIDEND: (draft) => ({
    ...NONE,
    date: draft.date,
    instrument: instrumentKey(draft.instrument),
    type: typeOf(draft.kind, draft.status === 'PAID' ? 'BOOKED' : draft.status),
    amount: canonicalDecimal(draft.gross),
    currency: draft.currency,
  }),
  FEE: (draft) => ({
    ...NONE,
    date: draft.date,
    instant: draft.bookedAt,
    instrument: keyOf(draft.instrument),
    type: typeOf(draft.kind, draft.status),
    amount: canonicalDecimal(draft.money.amount),
    currency: draft.money.currency,
  }),
  CORPORATE_ACTION: (draft) => ({
    ...NONE,
    date: draft.date,
    instant: draft.bookedAt,
    instrument: sortedText(draft.legs.map((leg) => instrumentKey(leg.instrument))),
    type: typeOf(draft.type, draft.status),
    quantity: sortedText(draft.legs.map((leg) => canonicalDecimal(leg.quantity))),
    amount: sortedText(
      draft.cash.map((cash) => `${canonicalDecimal(cash.money.amount)} ${cash.money.currency}`),
    ),
    group: draft.eventId,
  }),
  POSITION: (draft) => ({
    ...NONE,
    date: draft.asOf.slice(0, 'YYYY-MM-DD'.length),
    instrument: instrumentKey(draft.instrument),
    type: 'POSITION',
    // What is held at some instant of a day is told again all day long, apart from what a statement says of the day's end.
    group: draft.asOf.includes('T') ? 'NOW' : undefined,
  }),
};

function sortedText(parts: readonly string[]): string {
  return [...parts].sort().join('|');
}
