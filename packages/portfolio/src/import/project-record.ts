import { cashEffectsOf, type RecordByKind } from '@bourse/core';
import type { Charge, Instrument, Money, RecordKind } from '@bourse/core/interfaces';
import type { EntryDetail, InKindCharge } from '../entries/entry.js';
import { projectTransaction } from './project-transaction.js';

/** What the ledger keeps of a record beside its text, for {@link Entry}. */
export interface Projection {
  readonly date: string;
  readonly at?: string | undefined;
  readonly instrument?: Instrument | undefined;
  readonly type: string;
  readonly status: string;
  readonly quantity?: string | undefined;
  readonly price?: string | undefined;
  readonly currency?: string | undefined;
  readonly orderId?: string | undefined;
  readonly charges?: readonly Charge[] | undefined;
  readonly detail?: EntryDetail;
}

type ProjectionOf = { readonly [Kind in RecordKind]: (record: RecordByKind[Kind]) => Projection };

const projectionOf: ProjectionOf = {
  TRANSACTION: projectTransaction,

  CASH_MOVEMENT: (record) => ({
    date: record.date,
    at: record.bookedAt,
    instrument: record.instrument,
    type: record.type,
    status: record.status,
    orderId: record.orderId,
    charges: record.charges,
    detail: {
      ...(record.fx === undefined ? {} : { fx: record.fx }),
      ...(record.relatesTo === undefined && record.instrument === undefined ? {} : { relatesTo: true }),
    },
  }),

  TRANSFER: (record) => ({
    date: record.date,
    at: record.bookedAt,
    instrument: record.instrument,
    type: record.type,
    status: record.status,
    quantity: record.quantity,
    charges: record.charges,
    detail: {
      ...(record.costBasis === undefined ? {} : { costBasis: record.costBasis }),
      ...(record.value === undefined ? {} : { value: record.value }),
      ...(record.acquiredDate === undefined ? {} : { acquiredDate: record.acquiredDate }),
      ...(record.txId === undefined ? {} : { txId: record.txId }),
    },
  }),

  DIVIDEND: (record) => ({
    date: record.date,
    instrument: record.instrument,
    type: record.kind,
    status: record.status,
    charges: record.charges,
    detail: {
      gross: { amount: record.gross, currency: record.currency },
      net: { amount: record.net, currency: record.currency },
      ...(record.withholdings.length === 0 ? {} : { withholdings: record.withholdings }),
      ...(record.payDate === undefined ? {} : { payDate: record.payDate }),
      ...(record.fx === undefined ? {} : { fx: record.fx }),
    },
  }),

  FEE: (record) => ({
    date: record.date,
    at: record.bookedAt,
    instrument: record.instrument,
    type: record.kind,
    status: record.status,
  }),

  CORPORATE_ACTION: (record) => ({
    date: record.date,
    at: record.bookedAt,
    type: record.type,
    status: record.status,
    detail: { legs: record.legs, cash: record.cash },
  }),

  POSITION: (record) => ({
    // An instant has no date of the institution's own calendar; its UTC date only says where it comes in the order of events.
    date: record.asOf.slice(0, 'YYYY-MM-DD'.length),
    at: record.asOf.includes('T') ? record.asOf : undefined,
    instrument: record.instrument,
    type: 'POSITION',
    status: 'BOOKED',
    quantity: record.quantity,
    price: record.marketPrice,
    currency: record.currency,
    detail: {
      ...(record.priceType === undefined ? {} : { priceType: record.priceType }),
      ...(record.costBasis === undefined
        ? {}
        : { costBasis: { amount: record.costBasis, currency: record.currency } }),
    },
  }),
};

/** A projection with everything that all kinds have in common. */
export interface CompleteProjection extends Omit<Projection, 'detail'> {
  readonly amount?: string | undefined;
  readonly detail: EntryDetail;
}

/** Takes from a record what sums and positions need. */
export function projectRecord<Kind extends RecordKind>(
  kind: Kind,
  record: RecordByKind[Kind],
): CompleteProjection {
  const { at, currency, charges, detail, ...projection } = projectionOf[kind](record);
  const [first, ...others] = cashEffectsOf[kind](record);
  return {
    ...projection,
    at: at?.slice(0, -'Z'.length),
    amount: first?.amount,
    currency: first?.currency ?? currency,
    charges: charges?.length === 0 ? undefined : charges,
    detail: { ...detail, ...linksOf(record), ...effectsOf(others), ...inKindOf(charges ?? []) },
  };
}

function linksOf({
  linkId,
  reverses,
}: {
  linkId?: string | undefined;
  reverses?: string | undefined;
}): EntryDetail {
  return { ...(linkId === undefined ? {} : { linkId }), ...(reverses === undefined ? {} : { reverses }) };
}

function effectsOf(effects: readonly Money[]): EntryDetail {
  return effects.length === 0 ? {} : { effects };
}

/** A charge in kind that is not inside the quantity moves a holding by itself. */
function inKindOf(charges: readonly Charge[]): EntryDetail {
  const inKind = charges.flatMap((charge): InKindCharge[] =>
    'quantity' in charge && charge.included !== true
      ? [{ instrument: charge.instrument, quantity: charge.quantity }]
      : [],
  );
  return inKind.length === 0 ? {} : { inKind };
}
