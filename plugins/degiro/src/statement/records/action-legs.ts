import type { CorporateActionType } from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import type { Booking } from '../row/booking.js';
import { isNegative, isZero } from '../row/decimals.js';
import { RowError } from '../row/row-error.js';
import { readTradeTerms, type TradeTerms } from '../row/trade-terms.js';
import type { TradeText } from '../row/trade-text.js';
import type { Output } from './output.js';

/** A row that takes securities away or brings them, because of a corporate action. */
export interface ActionLeg {
  readonly row: AccountRow;
  readonly text: TradeText;
  readonly type: CorporateActionType;
  readonly terms: TradeTerms;
  readonly isPurchase: boolean;
}

/** Reads the rows of corporate actions; those that cannot be read are reported. */
export function readLegs(bookings: readonly Booking<'ACTION'>[], output: Output): ActionLeg[] {
  return bookings.flatMap((booking) => {
    try {
      return [toLeg(booking)];
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      output.reject(booking.row, error);
      return [];
    }
  });
}

function toLeg({ row, text }: Booking<'ACTION'>): ActionLeg {
  const terms = readTradeTerms(text, row);
  return { row, text, type: text.action ?? 'OTHER', terms, isPurchase: isPurchase(row, text) };
}

/** Some languages leave the verb out; the sign of the money then tells what comes and what goes. */
function isPurchase({ money }: AccountRow, { side }: TradeText): boolean {
  if (side !== undefined) return side === 'BUY';
  if (money === undefined || isZero(money.amount)) {
    throw new RowError('Neither a word nor an amount tells whether securities come or go.', 'description');
  }
  return isNegative(money.amount);
}
