import type { CalendarDate, Decimal, Instrument, PositionDraft } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { inCurrency, type Unit } from '../row/unit.js';
import { understandPrice, type UnderstoodPrice } from '../trades/trade-price.js';
import { magnitude } from '../values/amounts.js';
import { compact } from '../values/compact.js';

const OPEN_POSITIONS = 'OpenPositions';

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
  const quantity = row.neededDecimal('position');
  const holding = { row, unit, instrument, quantity: magnitude(quantity) };
  const market = readPrice(holding, 'markPrice', 'positionValue');
  const average = readPrice(holding, 'costBasisPrice', 'costBasisMoney');
  return compact({
    source: { section: OPEN_POSITIONS, rows: [row.ordinal] },
    accountId: row.account,
    instrument,
    quantity,
    currency: unit.currency,
    averagePrice: average?.price,
    costBasis: amount(row, 'costBasisMoney', unit),
    marketPrice: market?.price,
    priceType: market?.priceType ?? average?.priceType,
    marketValue: amount(row, 'positionValue', unit),
    accruedInterest: amount(row, 'accruedInt', unit),
    unrealizedPnl: amount(row, 'fifoPnlUnrealized', unit),
    asOf,
    raw: [row.raw()],
  });
}

interface Holding {
  readonly row: FlexRow;
  readonly unit: Unit;
  readonly instrument: Instrument;
  /** Without sign. */
  readonly quantity: Decimal;
}

/** A price as the money tells that it is meant: in percent, in pence, or for each unit. */
function readPrice(
  { row, unit, instrument, quantity }: Holding,
  priceColumn: string,
  moneyColumn: string,
): UnderstoodPrice | undefined {
  const price = amount(row, priceColumn, unit);
  const money = amount(row, moneyColumn, unit);
  if (price === undefined) return undefined;
  return understandPrice({
    price,
    quantity,
    instrument,
    currency: unit.currency,
    grossAmount: money === undefined ? undefined : magnitude(money),
    principalFactor: row.nonZero('principalAdjustFactor'),
  });
}

function amount(row: FlexRow, column: string, unit: Unit): string | undefined {
  const decimal = row.decimal(column);
  return decimal === undefined ? undefined : inCurrency(decimal, unit);
}
