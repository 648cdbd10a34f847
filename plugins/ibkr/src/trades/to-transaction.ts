import type { Decimal, DraftSource, Instrument, TransactionDraft } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { inCurrency, type Unit } from '../row/unit.js';
import { compact } from '../values/compact.js';
import { readGrossAmount, readTradeAmounts, type TradeAmounts, type TradeFacts } from './trade-amounts.js';
import { readTradeCharges } from './trade-charges.js';
import { findEffect, findTradeType } from './trade-codes.js';
import { toGrossAmount, understandPrice, type UnderstoodPrice } from './trade-price.js';
import { readTradeSide } from './trade-side.js';
import { readTradeTime } from './trade-time.js';

/** The section of all bookings of trades. */
export const TRADES = 'Trades';

/**
 * A fill, or an order where the export shows only orders, of anything but currencies.
 *
 * @param reverses the booking that the row takes back, if it is a cancellation
 */
export function toTransaction(row: FlexRow, reverses?: string): TransactionDraft {
  const { side, quantity, status } = readTradeSide(row);
  const unit = row.unit();
  const { printedTime, ...time } = readTradeTime(row);
  const named = readInstrument(row, unit);
  const price = readPrice(row, unit, quantity, named);
  const instrument = compact({ ...named, multiplier: price?.multiplier ?? named.multiplier });
  const { derived, ...amounts } = readAmounts({
    row,
    unit,
    instrument,
    charges: readTradeCharges(row, unit),
    direction: (side === 'SELL') === (status === 'BOOKED') ? 1 : -1,
    computedGross: price === undefined ? undefined : toGrossAmount(price, quantity, instrument),
  });
  return compact({
    source: toTradeSource(row, printedTime),
    accountId: row.account,
    orderId: row.id('ibOrderID'),
    executionId: row.id('ibExecID'),
    instrument,
    side,
    quantity,
    price: price?.price,
    priceType: price?.priceType,
    currency: unit.currency,
    ...amounts,
    ...time,
    venue: row.label('exchange'),
    status,
    effect: findEffect(row),
    tradeType: findTradeType(row),
    reverses:
      reverses === undefined || status === 'BOOKED' ? undefined : { section: TRADES, recordId: reverses },
    derived: derived.length === 0 ? undefined : derived,
    raw: [row.raw()],
  });
}

function readInstrument(row: FlexRow, unit: Unit): Instrument {
  const instrument = toInstrument(row, { name: row.label('description'), unit });
  if (instrument !== undefined) return instrument;
  throw new RowFault(
    'The trade names no instrument.',
    'conid',
    'Add Conid and Symbol to the columns of Trades in the Flex query and run it again.',
  );
}

function readPrice(
  row: FlexRow,
  unit: Unit,
  quantity: Decimal,
  instrument: Instrument,
): UnderstoodPrice | undefined {
  const price = row.decimal('tradePrice');
  if (price === undefined) return undefined;
  return understandPrice({
    price: inCurrency(price, unit),
    quantity,
    instrument,
    currency: unit.currency,
    grossAmount: readGrossAmount(row, unit),
    principalFactor: row.nonZero('principalAdjustFactor'),
  });
}

function readAmounts(facts: TradeFacts): TradeAmounts {
  const amounts = readTradeAmounts(facts);
  if (amounts !== undefined) return amounts;
  throw new RowFault(
    'proceeds, tradeMoney and tradePrice are missing.',
    'proceeds',
    'Add Proceeds and NetCash to the columns of Trades in the Flex query and run it again.',
  );
}

/** Where a trade came from. `tradeID` and `ibOrderID` are ids of groups; the booking's own is `transactionID`. */
export function toTradeSource(row: FlexRow, printedTime: string | undefined): DraftSource {
  return compact({
    section: TRADES,
    recordId: row.id('transactionID'),
    printedTime,
    groupId: row.id('tradeID') ?? row.id('ibOrderID'),
    rows: [row.ordinal],
  });
}
