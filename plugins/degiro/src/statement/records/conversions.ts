import type { CashMovementDraft } from '@bourse/sdk';
import type { Booking } from '../row/booking.js';
import { canonical } from '../row/decimals.js';
import type { ConversionRate } from './conversion-rate.js';
import { pairLegs, type Leg, type LegPair } from './pair-legs.js';
import type { Output } from './output.js';
import { moneyOf, toMovement } from './standalone.js';

/** Adds the conversions of one day and order, each of them two movements or more, and returns their rates. */
export function settleConversions(
  bookings: readonly Booking<'CONVERSION'>[],
  output: Output,
): readonly ConversionRate[] {
  const legs = bookings.map(({ row }) => ({ ...row, money: moneyOf(row) }));
  const { pairs, bundles, unpaired } = pairLegs(legs);
  const links = new LinkNames();
  for (const pair of pairs) {
    const linkId = links.nameOf(pair);
    output.parts.add('cashMovements', ...pair.legs.map((leg) => toConversionLeg(leg, pair, linkId, output)));
  }
  // A link joins two movements, no more.
  for (const { legs: bundled, rate } of bundles)
    output.parts.add('cashMovements', ...bundled.map((leg) => toLeg(leg, rate, output)));
  for (const leg of unpaired) settleUnpaired(leg, output);
  return [...pairs, ...bundles].map(({ rate }) => rate);
}

function toConversionLeg(leg: Leg, { rate }: LegPair, linkId: string, output: Output): CashMovementDraft {
  return { ...toLeg(leg, rate, output), linkId };
}

function toLeg(leg: Leg, { fx, isComputed }: ConversionRate, output: Output): CashMovementDraft {
  return {
    ...toMovement(leg, 'FX_CONVERSION', output),
    fx,
    ...(isComputed ? { derived: ['fx'] } : {}),
  };
}

function settleUnpaired(leg: Leg, output: Output): void {
  output.parts.add('cashMovements', toMovement(leg, 'FX_CONVERSION', output));
  output.report(
    {
      code: 'BALANCE_MISMATCH',
      message: `Row ${leg.ordinal} converts ${leg.money.amount} ${leg.money.currency}, but the row of the other currency is missing.`,
      remedy: 'Export a period that holds the whole day.',
    },
    [leg],
    'amount',
  );
}

/** Names conversions by what they are, so that every export of them gives the same name. */
class LinkNames {
  readonly #counts = new Map<string, number>();

  nameOf({ legs }: LegPair): string {
    const [{ date, orderId = '' }] = legs;
    const amounts = legs.map(
      ({ printedTime, money }) => `${printedTime} ${canonical(money.amount)} ${money.currency}`,
    );
    const name = ['conversion', date, orderId, ...amounts.sort()].join(' | ');
    const count = this.#counts.get(name) ?? 0;
    this.#counts.set(name, count + 1);
    return `${name} | ${count}`;
  }
}
