import { isIsin, quoteCell, type Instrument, type InstrumentKind, type PutCall } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { inCurrency, type Unit } from '../row/unit.js';
import { isEqual, isNegative, isZero } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import { DERIVATIVES, toKind } from './asset-kinds.js';
import { findMic } from './exchanges.js';

/** What a row's section knows better than its columns say. */
export interface InstrumentHints {
  /** The name, where `description` is not it. */
  readonly name?: string | undefined;
  /** What the instrument trades in, where the section's amounts are that. */
  readonly unit?: Unit | undefined;
}

const PUT_CALLS: Readonly<Record<string, PutCall>> = { C: 'CALL', CALL: 'CALL', P: 'PUT', PUT: 'PUT' };

/** The instrument of a row; undefined for a row that concerns none. */
export function toInstrument(row: FlexRow, { name, unit }: InstrumentHints = {}): Instrument | undefined {
  const kind = toKind(row.text('assetCategory'), row.text('subCategory')?.toUpperCase());
  const symbol = row.label('symbol');
  const brokerId = row.id('conid');
  const isin = findIsin(row);
  const identifier = symbol ?? isin ?? brokerId;
  if (identifier === undefined) return undefined;
  return compact({
    kind,
    name: name ?? identifier,
    symbol,
    isin,
    mic: findMic(row.text('listingExchange')),
    figi: row.label('figi'),
    cusip: row.label('cusip') ?? findSecurityId(row, 'CUSIP'),
    sedol: row.label('sedol') ?? findSecurityId(row, 'SEDOL'),
    currency: unit?.currency,
    multiplier: toMultiplier(row),
    expiry: row.date('expiry') ?? row.date('maturity'),
    strike: toStrike(row, unit),
    putCall: toPutCall(row),
    underlying: toUnderlying(row, kind),
    brokerId,
  });
}

/** An ISIN whose check digit holds. Any other is left out and noted. */
function findIsin(row: FlexRow): string | undefined {
  const column = row.text('isin') === undefined ? 'securityID' : 'isin';
  const text = row.text('isin') ?? findSecurityId(row, 'ISIN');
  if (text === undefined || isIsin(text)) return text;
  row.note({
    code: 'IDENTIFIER_INVALID',
    message: `${column} was ${quoteCell(text)}, which is no ISIN; it was left out.`,
    remedy:
      'Nothing is lost where the row has a conid. Compare the ISIN with the instrument in the Client Portal.',
    column,
  });
  return undefined;
}

function findSecurityId(row: FlexRow, type: 'ISIN' | 'CUSIP' | 'SEDOL'): string | undefined {
  return row.text('securityIDType') === type ? row.label('securityID') : undefined;
}

function toMultiplier(row: FlexRow): string | undefined {
  const multiplier = row.nonZero('multiplier');
  return multiplier === undefined || isEqual(multiplier, '1')
    ? undefined
    : unsigned('multiplier', multiplier);
}

function toStrike(row: FlexRow, unit: Unit | undefined): string | undefined {
  const strike = row.decimal('strike');
  if (strike === undefined || isZero(strike)) return undefined;
  const price = unsigned('strike', strike);
  return unit === undefined ? price : inCurrency(price, unit);
}

function unsigned(column: string, number: string): string {
  if (isNegative(number)) throw new RowFault(`${column} was ${quoteCell(number)}, which is below 0.`, column);
  return number;
}

function toPutCall(row: FlexRow): PutCall | undefined {
  const text = row.text('putCall');
  if (text === undefined) return undefined;
  const putCall = PUT_CALLS[text.toUpperCase()];
  if (putCall === undefined)
    throw new RowFault(`putCall was ${quoteCell(text)}, neither P nor C.`, 'putCall');
  return putCall;
}

/** Stocks name themselves as their underlying. */
function toUnderlying(row: FlexRow, kind: InstrumentKind): Instrument['underlying'] {
  if (!DERIVATIVES.has(kind)) return undefined;
  const isin = row.text('underlyingSecurityID');
  const underlying = compact({
    symbol: row.label('underlyingSymbol'),
    isin: isin !== undefined && isIsin(isin) ? isin : undefined,
    brokerId: row.id('underlyingConid'),
  });
  return Object.keys(underlying).length === 0 ? undefined : underlying;
}
