import type { CashMovementDraft } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { toMoney } from '../row/unit.js';
import { isNegative } from '../values/amounts.js';
import { compact } from '../values/compact.js';

/** A row of CFDCharges: interest on the value of a contract, received or paid. No cash transaction repeats it. */
export function toCfdCharge(row: FlexRow): CashMovementDraft {
  const time = row.time('date') ?? row.time('reportDate');
  if (time === undefined) throw new RowFault('date is missing.', 'date');
  const money = toMoney(row.neededDecimal('total'), row.unit());
  return compact({
    source: compact({ section: row.section, recordId: row.id('transactionID'), rows: [row.ordinal] }),
    accountId: row.account,
    type: isNegative(money.amount) ? ('INTEREST_PAID' as const) : ('INTEREST_RECEIVED' as const),
    status: 'BOOKED' as const,
    money,
    bookedAt: time.instant,
    date: time.date,
    description: row.text('activityDescription') ?? row.text('description') ?? 'CFD charge',
    instrument: toInstrument(row, { name: row.label('description') }),
    raw: [row.raw()],
  });
}
