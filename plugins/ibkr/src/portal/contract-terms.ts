import type { Decimal, Instrument, PutCall } from '@bourse/sdk';
import { toKind } from '../instrument/asset-kinds.js';
import { findMic } from '../instrument/exchanges.js';
import { isEqual, isZero } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import type { WireObject } from './wire-object.js';

const PUT_CALLS: Readonly<Record<string, PutCall>> = { C: 'CALL', P: 'PUT' };

/** An instrument as /trsrv/secdef describes it. */
export function readContractTerms(row: WireObject): Instrument & { currency: string; brokerId: string } {
  const symbol = row.text('ticker');
  const name = row.text('name') ?? symbol ?? row.neededText('conid');
  return compact({
    kind: toKind(row.text('assetClass'), row.text('type')?.toUpperCase()),
    name,
    symbol,
    mic: findListing(row.text('listingExchange')),
    currency: row.currency('currency'),
    multiplier: unlessOne(row.decimal('multiplier')),
    expiry: toDate(row.text('expiry')),
    strike: unlessZero(row.decimal('strike')),
    putCall: PUT_CALLS[row.text('putOrCall') ?? ''],
    brokerId: row.neededText('conid'),
  });
}

/** The MIC of a listing such as `NASDAQ.NMS`, whose second half is a tier. */
export function findListing(exchange: string | undefined): string | undefined {
  return findMic(exchange) ?? findMic(exchange?.split('.')[0]);
}

function unlessOne(multiplier: Decimal | undefined): Decimal | undefined {
  return multiplier === undefined || isZero(multiplier) || isEqual(multiplier, '1') ? undefined : multiplier;
}

function unlessZero(strike: Decimal | undefined): Decimal | undefined {
  return strike === undefined || isZero(strike) ? undefined : strike;
}

/** `20240920` as a date. */
function toDate(text: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text ?? '') ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}
