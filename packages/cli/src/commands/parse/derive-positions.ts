import { instrumentKey } from '@bourse/core';
import type { Charge, Decimal, Instrument, Statement } from '@bourse/core/interfaces';
import { Big } from 'big.js';

/** How much of an instrument the records of a statement brought into an account. */
export interface DerivedPosition {
  readonly accountId: string;
  readonly instrument: Instrument;
  readonly quantity: Decimal;
}

/** Fills, transfers and legs of corporate actions added up; costs in kind that are not included in them taken away. */
export function derivePositions(statement: Statement): DerivedPosition[] {
  const positions = new Map<string, { accountId: string; instrument: Instrument; quantity: Big }>();
  for (const { accountId, instrument, quantity } of changesOf(statement)) {
    const key = `${accountId} ${instrumentKey(instrument)}`;
    const position = positions.get(key) ?? { accountId, instrument, quantity: new Big(0) };
    positions.set(key, { ...position, quantity: position.quantity.plus(quantity) });
  }
  return [...positions.values()].map((position) => ({ ...position, quantity: position.quantity.toFixed() }));
}

function* changesOf(statement: Statement): Generator<DerivedPosition, void, void> {
  for (const { accountId, instrument, side, status, quantity, charges } of statement.transactions) {
    const isOut = (side === 'SELL') !== (status === 'REVERSAL');
    yield { accountId, instrument, quantity: isOut ? negated(quantity) : quantity };
    yield* costsInKind(accountId, charges);
  }
  for (const { accountId, instrument, quantity, charges } of statement.transfers) {
    yield { accountId, instrument, quantity };
    yield* costsInKind(accountId, charges);
  }
  for (const { accountId = '', legs } of statement.corporateActions) {
    for (const { instrument, quantity } of legs) yield { accountId, instrument, quantity };
  }
}

function* costsInKind(accountId: string, charges: readonly Charge[]): Generator<DerivedPosition, void, void> {
  for (const charge of charges) {
    if (!('quantity' in charge) || charge.included === true) continue;
    yield { accountId, instrument: charge.instrument, quantity: negated(charge.quantity) };
  }
}

function negated(quantity: Decimal): Decimal {
  return new Big(quantity).times(-1).toFixed();
}
