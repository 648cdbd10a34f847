import type { CashMovementDraft, Decimal, DraftSource, TransferDraft } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { quoted, RowFault } from '../row/row-fault.js';
import { toMoney } from '../row/unit.js';
import type { Booking } from '../statement/booking.js';
import { magnitude, negated } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import type { FlexTime } from '../values/flex-time.js';

export const TRANSFERS = 'Transfers';

type Direction = 'TRANSFER_IN' | 'TRANSFER_OUT';

const DIRECTIONS: Readonly<Record<string, Direction>> = { IN: 'TRANSFER_IN', OUT: 'TRANSFER_OUT' };

/** Units, cash or both that came from another account or went there. */
export function toTransfer(row: FlexRow): Booking {
  const direction = readDirection(row);
  const quantity = row.nonZero('quantity');
  const cash = row.nonZero('cashTransfer');
  if (quantity === undefined && cash === undefined)
    throw new RowFault('The transfer moves neither units nor cash.', 'quantity');
  const hasBoth = quantity !== undefined && cash !== undefined;
  return {
    transfers: quantity === undefined ? [] : [toUnits(row, direction, quantity)],
    cashMovements: cash === undefined ? [] : [toCash(row, direction, cash, hasBoth)],
  };
}

function readDirection(row: FlexRow): Direction {
  const text = row.text('direction') ?? '';
  const direction = DIRECTIONS[text.toUpperCase()];
  if (direction === undefined)
    throw new RowFault(`direction was ${quoted(text)}, neither IN nor OUT.`, 'direction');
  return direction;
}

function toUnits(row: FlexRow, direction: Direction, quantity: Decimal): TransferDraft {
  const unit = row.unit();
  const instrument = toInstrument(row, { name: row.label('description'), unit });
  if (instrument === undefined) throw new RowFault('The transfer names no instrument.', 'conid');
  const value = row.nonZero('positionAmount');
  return compact({
    ...toCommon(row),
    type: direction,
    instrument,
    quantity: signed(quantity, direction),
    value: value === undefined ? undefined : toMoney(signed(value, direction), unit),
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
    money: toMoney(signed(amount, direction), row.unit()),
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
    status: row.codes('code').has('Ca') ? ('REVERSAL' as const) : ('BOOKED' as const),
    date,
    bookedAt: time?.date === date ? time.instant : undefined,
    description: [kind, row.text('description')].filter((text) => text !== undefined).join(' '),
    raw: [row.raw()],
  });
}

function readTime(row: FlexRow): FlexTime | undefined {
  return row.time('dateTime') ?? row.time('date');
}

/** Exports print what goes out with or without a sign. */
function signed(amount: Decimal, direction: Direction): Decimal {
  return direction === 'TRANSFER_IN' ? magnitude(amount) : negated(magnitude(amount));
}
