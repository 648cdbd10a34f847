import {
  quoteCell,
  type CashMovementDraft,
  type Decimal,
  type DraftSource,
  type TransferDraft,
} from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { toMoney } from '../row/unit.js';
import type { Booking } from '../statement/booking.js';
import { isNegative, magnitude, negated } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import { findIn } from '../values/find-in.js';
import type { FlexTime } from '../values/flex-time.js';

const TRANSFERS = 'Transfers';

type Direction = 'TRANSFER_IN' | 'TRANSFER_OUT';

const DIRECTIONS: Readonly<Record<string, Direction>> = { IN: 'TRANSFER_IN', OUT: 'TRANSFER_OUT' };

/** Units, cash or both that came from another account or went there. */
export function toTransfer(row: FlexRow): Booking {
  const { quantity, cash } = readMoved(row);
  if (quantity === undefined && cash === undefined)
    throw new RowFault('The transfer moves neither units nor cash.', 'quantity');
  const direction = readDirection(row, quantity ?? cash);
  const hasBoth = quantity !== undefined && cash !== undefined;
  return {
    transfers: quantity === undefined ? [] : [toUnits(row, direction, quantity)],
    cashMovements: cash === undefined ? [] : [toCash(row, direction, cash, hasBoth)],
  };
}

/** Of cash the quantity is its amount, for exports without `cashTransfer`. */
function readMoved(row: FlexRow): { quantity: Decimal | undefined; cash: Decimal | undefined } {
  const quantity = row.nonZero('quantity');
  const cash = row.nonZero('cashTransfer');
  const isCash = row.text('assetCategory') === 'CASH';
  return isCash ? { quantity: undefined, cash: cash ?? quantity } : { quantity, cash };
}

/** Exports without direction tell it by the sign of what was moved. */
function readDirection(row: FlexRow, moved: Decimal | undefined): Direction {
  const text = row.text('direction') ?? (isNegative(moved ?? '0') ? 'OUT' : 'IN');
  const direction = findIn(DIRECTIONS, text.toUpperCase());
  if (direction === undefined)
    throw new RowFault(`direction was ${quoteCell(text)}, neither IN nor OUT.`, 'direction');
  return direction;
}

function toUnits(row: FlexRow, direction: Direction, quantity: Decimal): TransferDraft {
  const unit = row.unitIfAny();
  const instrument = toInstrument(row, { name: row.label('description'), unit });
  if (instrument === undefined) throw new RowFault('The transfer names no instrument.', 'conid');
  const value = row.nonZero('positionAmount');
  const units = signed(row, quantity, direction);
  return compact({
    ...toCommon(row),
    type: direction,
    instrument,
    quantity: units,
    value: value === undefined || unit === undefined ? undefined : toMoney(withSignOf(units, value), unit),
    charges: [],
    settlementDate: row.date('settleDate'),
    counterparty: row.label('company') ?? row.label('deliveringBroker') ?? row.label('account'),
  });
}

function toCash(row: FlexRow, direction: Direction, amount: Decimal, hasUnits: boolean): CashMovementDraft {
  const { source, ...common } = toCommon(row);
  return compact({
    ...common,
    source: compact({ ...source, part: hasUnits ? 'cash' : undefined }),
    type: direction,
    money: toMoney(signed(row, amount, direction), row.unit()),
    valueDate: row.date('settleDate'),
  });
}

function toCommon(row: FlexRow): Pick<
  TransferDraft & CashMovementDraft,
  'accountId' | 'date' | 'description' | 'raw'
> & {
  source: DraftSource;
  status: 'BOOKED' | 'REVERSAL';
  bookedAt?: string;
} {
  const time = readTime(row);
  const date = row.date('reportDate') ?? time?.date;
  if (date === undefined) throw new RowFault('date and reportDate are missing.', 'date');
  const kind = row.text('type') ?? 'Transfer';
  return compact({
    source: compact({
      section: TRANSFERS,
      recordId: row.id('transactionID'),
      printedTime: time?.printedTime,
      rows: [row.ordinal],
    }),
    accountId: row.account,
    status: isCanceled(row) ? ('REVERSAL' as const) : ('BOOKED' as const),
    date,
    bookedAt: time?.date === date ? time.instant : undefined,
    description: [kind, row.text('description')].filter((text) => text !== undefined).join(' '),
    raw: [row.raw()],
  });
}

function readTime(row: FlexRow): FlexTime | undefined {
  return row.time('dateTime') ?? row.time('date');
}

function isCanceled(row: FlexRow): boolean {
  return row.codes('code').has('Ca');
}

/**
 * Short positions and debts come in below 0. What goes out is printed with or without a sign, except where that is taken
 * back.
 */
function signed(row: FlexRow, amount: Decimal, direction: Direction): Decimal {
  return direction === 'TRANSFER_IN' || isCanceled(row) ? amount : negated(magnitude(amount));
}

function withSignOf(quantity: Decimal, amount: Decimal): Decimal {
  return isNegative(quantity) ? negated(magnitude(amount)) : magnitude(amount);
}
