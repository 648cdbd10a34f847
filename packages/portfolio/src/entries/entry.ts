import type {
  CorporateActionCash,
  CorporateActionLeg,
  FxRate,
  Instrument,
  Money,
  PositionEffect,
  PriceType,
  RecordKind,
  Withholding,
} from '@bourse/core/interfaces';

/** What a charge in kind, or a fee in another asset, takes from a holding: positive = a cost. */
export interface InKindCharge {
  readonly instrument: Instrument;
  readonly quantity: string;
}

/** What only some records have. */
export interface EntryDetail {
  readonly linkId?: string;
  /** Id of the record that this one takes back. */
  readonly reverses?: string;
  /** Cash effects beside the first one. */
  readonly effects?: readonly Money[];
  readonly fx?: FxRate;
  readonly inKind?: readonly InKindCharge[];

  /** Of a trade. */
  readonly effect?: PositionEffect;
  readonly priceType?: PriceType;
  /** Where it is not the currency of the cash effect. */
  readonly priceCurrency?: string;
  /** The part of the cash effect that is accrued interest, and so neither cost nor proceeds. */
  readonly accrued?: Money;
  /** What a trade without exchange of principal would have cost (negative) or brought (positive) without charges. */
  readonly principal?: Money;
  /** Nobody says what was given for it: a side of a trade of one asset for another. */
  readonly unpriced?: true;

  /** Of a transfer or a reported position. */
  readonly costBasis?: Money;
  readonly value?: Money;
  readonly acquiredDate?: string;
  /** Of a transfer: the transaction's id on its network. */
  readonly txId?: string;

  /** Of a corporate action. */
  readonly legs?: readonly CorporateActionLeg[];
  readonly cash?: readonly CorporateActionCash[];

  /** Of a dividend. */
  readonly gross?: Money;
  readonly net?: Money;
  readonly withholdings?: readonly Withholding[];
  readonly payDate?: string;

  /** Of a cash movement that belongs to the income of an instrument. */
  readonly relatesTo?: true;
}

/**
 * What sums and positions need to know of a record's current revision. A ledger of 100,000 records is read and applied in this
 * form; the whole record is read only where it is shown.
 */
export interface Entry {
  /** The id of the record. */
  readonly id: string;
  /** {@link AccountEntry.key} */
  readonly account: number;
  readonly kind: RecordKind;
  /** The booking date; of a trade the trade date. */
  readonly date: string;
  /** The instant without its `Z`, so that its fractions sort as text. */
  readonly at: string | undefined;
  /** Key into the instruments of the {@link LedgerData}. */
  readonly instrument: number | undefined;
  /** The record's own type or kind; of a trade its `tradeType`. */
  readonly type: string;
  readonly status: string;
  /** What the record adds to the holding; of a reported position the quantity itself. */
  readonly quantity: string | undefined;
  readonly price: string | undefined;
  /** The first cash effect: positive = into the account. Absent where the record moves no cash. */
  readonly amount: string | undefined;
  readonly currency: string | undefined;
  readonly orderId: string | undefined;
  /** The record's charges as JSON; only the sums of fees read them. */
  readonly charges: string | undefined;
  readonly detail: EntryDetail;
}
