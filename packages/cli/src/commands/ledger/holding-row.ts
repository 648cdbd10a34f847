import type { Decimal } from '@bourse/core/interfaces';
import type { PositionView } from '@bourse/portfolio';
import { Big } from 'big.js';
import { formatAmount, formatQuantity, formatShare } from '../../output/amounts.js';
import { moneyText } from '../../output/money-text.js';
import type { Cell } from '../../output/table.js';
import { instrumentName } from './instrument-name.js';
import { priceText } from './price-text.js';
import { shareOf } from './share-of.js';
import { signedCell } from './signed-cell.js';

/** What the figures of a holding are compared with. */
export interface HoldingContext {
  /** The currency of the totals; absent where there is none. */
  readonly base: string | undefined;
  /** All that is owned, in the base currency. */
  readonly whole: Big;
}

/** An account with the sums of what is known of its holdings. */
export function accountRow(name: string, group: readonly PositionView[], context: HoldingContext): Cell[] {
  const heading = (text: string): Cell => ({ text, meaning: 'heading' });
  const [value, gain] = [sumKnown(group, 'value'), sumKnown(group, 'unrealized')];
  return [
    { text: name, meaning: 'heading', keepsEnd: true },
    '',
    '',
    '',
    '',
    heading(inBase(value, context)),
    signedCell(inBase(gain, context)),
    shareText(value ?? '0', context),
    '',
  ];
}

/** The sum of what is known; undefined where nothing is. */
function sumKnown(group: readonly PositionView[], figure: 'value' | 'unrealized'): Decimal | undefined {
  const known = group.flatMap(({ base }) => base?.[figure] ?? []);
  return known.length === 0
    ? undefined
    : known.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed();
}

/** A holding as a row of the table of holdings. */
export function holdingRow(position: PositionView, context: HoldingContext): Cell[] {
  const { instrument, quantity, price, value, unrealized, base } = position;
  const gain = context.base === undefined ? moneyText(unrealized ?? []) : inBase(base?.unrealized, context);
  return [
    `  ${instrumentName(instrument)}`,
    formatQuantity(quantity),
    price === undefined ? '' : priceText(price.amount, price.currency, price.priceType),
    price?.date ?? '',
    moneyText(value ?? []),
    inBase(base?.value, context),
    signedCell(gain),
    shareText(base?.value ?? '0', context),
    noteOf(position),
  ];
}

function inBase(amount: Decimal | undefined, { base }: HoldingContext): string {
  return amount === undefined || base === undefined ? '' : formatAmount({ amount, currency: base });
}

function shareText(amount: Decimal, { whole }: HoldingContext): string {
  const share = shareOf(amount, whole.toFixed());
  return share === undefined || share === 0 ? '' : formatShare(share);
}

function noteOf({ atCost, incompleteSince, unknownCostQuantity, price, value }: PositionView): Cell {
  const notes = [
    incompleteSince === undefined ? undefined : `incomplete since ${incompleteSince}`,
    atCost === true ? 'valued at cost' : undefined,
    unknownCostQuantity === undefined || incompleteSince !== undefined ? undefined : 'cost unknown',
    incompleteSince === undefined && price === undefined && value === undefined ? 'price unknown' : undefined,
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? '' : { text: notes.join('; '), meaning: 'warning' };
}
