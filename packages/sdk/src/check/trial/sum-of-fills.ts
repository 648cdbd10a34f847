import { instrumentKey } from '@bourse/core';
import type { Instrument, Statement } from '@bourse/core/interfaces';

/** Instruments of which more or less is held than was bought, sold, moved and exchanged. */
export function findQuantityConflicts(statements: readonly Statement[]): string[] {
  const sums = new Map<string, Sum>();
  const add = (
    instrument: Instrument,
    accountId: string | undefined,
    quantity: string,
    sign: 1n | -1n,
  ): void => {
    const key = `${accountId ?? ''} ${instrument.isin ?? instrumentKey(instrument)}`;
    const sum = sums.get(key) ?? { name: instrument.name, quantity: 0n };
    sums.set(key, { ...sum, quantity: sum.quantity + sign * unitsOf(quantity) });
  };
  for (const { transactions, transfers, corporateActions, positions } of statements) {
    for (const { instrument, accountId, quantity, side, status } of transactions)
      add(instrument, accountId, quantity, (side === 'BUY') === (status !== 'REVERSAL') ? 1n : -1n);
    for (const { instrument, accountId, quantity } of transfers) add(instrument, accountId, quantity, 1n);
    for (const { legs, accountId } of corporateActions)
      for (const { instrument, quantity } of legs) add(instrument, accountId, quantity, 1n);
    for (const { instrument, accountId, quantity } of positions) add(instrument, accountId, quantity, -1n);
  }
  return [...sums.values()]
    .filter(({ quantity }) => quantity !== 0n)
    .map(
      ({ name, quantity }) =>
        `${name}: the records make ${textOf(quantity)} ${quantity < 0n ? 'less' : 'more'} than is held.`,
    );
}

interface Sum {
  readonly name: string;
  readonly quantity: bigint;
}

/** Quantities have at most so many decimals here. */
const DECIMALS = 24;
const SCALE = 10n ** BigInt(DECIMALS);

/** A decimal text in units of its last decimal. */
function unitsOf(text: string): bigint {
  const isNegative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace(/^-/, '').split('.');
  const units = BigInt(whole) * SCALE + BigInt(fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
  return isNegative ? -units : units;
}

/** The decimal text of so many units, without a sign. */
function textOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  return digits.slice(0, -DECIMALS) + (fraction === '' ? '' : `.${fraction}`);
}
