import type { Charge, Decimal, Instrument, Statement } from '@bourse/core/interfaces';
import { Big } from 'big.js';

/** What one record does to one holding. */
export interface HoldingChange {
  readonly accountId: string;
  readonly instrument: Instrument;
  /** Signed: positive = in. */
  readonly quantity: Decimal;
  readonly date: string;
  readonly at?: string | undefined;
  readonly rows?: readonly number[] | undefined;
  /** Whether it may go below what is known to be there: a short sale, or what an institution books by itself. */
  readonly mayOpen: boolean;
}

/** Fills, transfers and legs of corporate actions, and costs in kind that are not included in them. */
export function* holdingChanges(statement: Statement): Generator<HoldingChange, void, void> {
  for (const record of statement.transactions) {
    const { accountId, instrument, side, status, quantity, effect } = record;
    const isOut = (side === 'SELL') !== (status === 'REVERSAL');
    const place = { accountId, date: record.tradeDate, at: record.tradedAt, rows: record.source.rows };
    const mayOpen = effect === 'OPEN' || effect === 'CLOSE_AND_OPEN' || status === 'REVERSAL';
    yield { ...place, instrument, quantity: isOut ? negated(quantity) : quantity, mayOpen };
    yield* costsInKind(record.charges, place);
  }
  for (const { accountId, instrument, quantity, date, bookedAt, source, charges } of statement.transfers) {
    const place = { accountId, date, at: bookedAt, rows: source.rows };
    yield { ...place, instrument, quantity, mayOpen: false };
    yield* costsInKind(charges, place);
  }
  for (const { accountId = '', legs, date, bookedAt, source } of statement.corporateActions) {
    for (const { instrument, quantity } of legs)
      yield { accountId, instrument, quantity, date, at: bookedAt, rows: source.rows, mayOpen: true };
  }
}

function* costsInKind(
  charges: readonly Charge[],
  place: Pick<HoldingChange, 'accountId' | 'date' | 'at' | 'rows'>,
): Generator<HoldingChange, void, void> {
  for (const charge of charges) {
    if (!('quantity' in charge) || charge.included === true) continue;
    yield { ...place, instrument: charge.instrument, quantity: negated(charge.quantity), mayOpen: true };
  }
}

function negated(quantity: Decimal): Decimal {
  return new Big(quantity).times(-1).toFixed();
}
