import type { StatementPart } from '@bourse/sdk';
import { groupKeyOf, isGrouped } from '../../statement/records/group-key.js';
import { Output } from '../../statement/records/output.js';
import { settleGroup } from '../../statement/records/settle-group.js';
import { settleStandalone, toMovement } from '../../statement/records/standalone.js';
import type { AccountRow } from '../../statement/row/account-row.js';
import { toBooking, type Booking } from '../../statement/row/booking.js';
import { RowError } from '../../statement/row/row-error.js';
import { TREATMENTS, type Meaning } from '../../statement/words/meaning.js';
import type { Fields } from '../json/fields.js';
import { MOVEMENT_LAYOUT, toMovementRow, type MovementContext } from './movement-row.js';

/** What the types of the site say where no word of a description is known. Most types say nothing. */
const MEANINGS: Readonly<Partial<Record<string, Meaning>>> = {
  FLATEX_CASH_SWEEP: 'SWEEP',
  CASH_FUND_NAV_CHANGE: 'CASH_FUND',
};

/**
 * Reads the movements of whole days as the rows of an account statement are read, so that both give the same records.
 * Sweeps between the accounts at DEGIRO and the bank change nothing of what the client has.
 */
export function readMovements(
  movements: readonly Fields[],
  accountId: string,
  context: MovementContext,
): StatementPart[] {
  const output = new Output(MOVEMENT_LAYOUT, accountId);
  const groups = new Map<string, Booking[]>();
  for (const [index, movement] of movements.entries()) {
    const cells = MOVEMENT_LAYOUT.header.map((name) => movement.optionalText(name) ?? '');
    try {
      settle(
        toMovementRow(movement, index + 1, context),
        movement.optionalText('type') ?? '',
        groups,
        output,
      );
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      output.reject({ ordinal: index + 1, lines: [], cells }, error);
    }
  }
  for (const bookings of groups.values()) settleGroup(bookings, output);
  return [...output.parts.finish({ rowsTotal: movements.length })];
}

function settle(row: AccountRow, type: string, groups: Map<string, Booking[]>, output: Output): void {
  const booking = toBooking(row) ?? toBookingOfType(row, type);
  if (booking === undefined) output.unclassified(row, 'The description is not known.');
  else if (booking.as === 'TRADE' || booking.as === 'ACTION') hold(booking, groups);
  else if (row.money === undefined) output.parts.ignore('movement without an amount', [row.ordinal]);
  else if (isGrouped(booking)) hold(booking, groups);
  else settleAlone(booking, output);
}

function hold(booking: Parameters<typeof groupKeyOf>[0], groups: Map<string, Booking[]>): void {
  const key = groupKeyOf(booking).join(' | ');
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [booking]);
  else group.push(booking);
}

function settleAlone(booking: Booking, output: Output): void {
  switch (booking.as) {
    case 'RESERVATION':
      output.parts.add('cashMovements', toMovement(booking.row, 'RESERVATION', output));
      break;
    case 'FEE':
    case 'INTEREST':
    case 'MOVEMENT':
    case 'CURRENCY_TRADE':
      settleStandalone(booking, output);
      break;
    case 'NOTHING':
      output.unclassified(booking.row, 'The movement says that nothing was paid, but books an amount.');
      break;
    default:
      output.parts.ignore('sweep between the accounts at DEGIRO and flatex', [booking.row.ordinal]);
  }
}

function toBookingOfType(row: AccountRow, type: string): Booking | undefined {
  const meaning = MEANINGS[type];
  return meaning === undefined ? undefined : { row, ...TREATMENTS[meaning] };
}
