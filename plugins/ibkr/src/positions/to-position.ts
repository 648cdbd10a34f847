import type { CalendarDate, PositionDraft, PriceType } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { inCurrency, type Unit } from '../row/unit.js';
import { compact } from '../values/compact.js';

export const OPEN_POSITIONS = 'OpenPositions';

/**
 * A position as the statement shows it, short ones with quantities and amounts below 0.
 *
 * @param statementDate the end of the statement's period, for exports without report date
 */
export function toPosition(row: FlexRow, statementDate: CalendarDate | undefined): PositionDraft {
  const unit = row.unit();
  const instrument = toInstrument(row, { name: row.label('description'), unit });
  if (instrument === undefined) throw new RowFault('The position names no instrument.', 'conid');
  const asOf = row.date('reportDate') ?? statementDate;
  if (asOf === undefined) throw new RowFault('reportDate is missing.', 'reportDate');
  const priceType: PriceType | undefined = instrument.kind === 'BOND' ? 'PERCENTAGE' : undefined;
  return compact({
    source: { section: OPEN_POSITIONS, rows: [row.ordinal] },
    accountId: row.account,
    instrument,
    quantity: row.neededDecimal('position'),
    currency: unit.currency,
    averagePrice: amount(row, 'costBasisPrice', unit),
    costBasis: amount(row, 'costBasisMoney', unit),
    marketPrice: amount(row, 'markPrice', unit),
    priceType,
    marketValue: amount(row, 'positionValue', unit),
    accruedInterest: amount(row, 'accruedInt', unit),
    unrealizedPnl: amount(row, 'fifoPnlUnrealized', unit),
    asOf,
    raw: [row.raw()],
  });
}

function amount(row: FlexRow, column: string, unit: Unit): string | undefined {
  const decimal = row.decimal(column);
  return decimal === undefined ? undefined : inCurrency(decimal, unit);
}
