import type { Decimal } from '@bourse/core/interfaces';
import type { PositionView } from '@bourse/portfolio';
import type { Big } from 'big.js';
import { formatAmount, formatQuantity, formatShare } from '../../output/amounts.js';
import { moneyText } from '../../output/money-text.js';
import type { Cell } from '../../output/table.js';
import { accountName } from './account-name.js';
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

/** A holding as a row of the table of holdings. */
export function holdingRow(position: PositionView, { base, whole }: HoldingContext): Cell[] {
  const { instrument, quantity, price, value, unrealized } = position;
  const inBase = (amount: Decimal | undefined): string =>
    amount === undefined || base === undefined ? '' : formatAmount({ amount, currency: base });
  const share = shareOf(position.base?.value ?? '0', whole.toFixed());
  const gain = base === undefined ? moneyText(unrealized ?? []) : inBase(position.base?.unrealized);
  return [
    instrumentName(instrument),
    accountName(position),
    formatQuantity(quantity),
    price === undefined ? '' : priceText(price.amount, price.currency, price.priceType),
    price?.date ?? '',
    moneyText(value ?? []),
    inBase(position.base?.value),
    signedCell(gain),
    share === undefined || share === 0 ? '' : formatShare(share),
    noteOf(position),
  ];
}

function noteOf({ atCost, incompleteSince, unknownCostQuantity, price, value }: PositionView): Cell {
  const notes = [
    incompleteSince === undefined ? undefined : `incomplete since ${incompleteSince}`,
    atCost === true ? 'valued at cost' : undefined,
    unknownCostQuantity === undefined || incompleteSince !== undefined ? undefined : 'cost unknown',
    price === undefined && value === undefined ? 'price unknown' : undefined,
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? '' : { text: notes.join('; '), meaning: 'warning' };
}
