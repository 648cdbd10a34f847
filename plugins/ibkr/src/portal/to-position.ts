import { isIsin, type Instant, type Instrument, type PositionDraft } from '@bourse/sdk';
import { toKind } from '../instrument/asset-kinds.js';
import { compact } from '../values/compact.js';
import { findListing } from './contract-terms.js';
import type { WireObject } from './wire-object.js';

/** A position as it is now, short ones with quantities and amounts below 0. */
export function toPosition(row: WireObject, accountId: string, asOf: Instant): PositionDraft {
  const currency = row.currency('currency');
  return compact({
    source: { section: 'positions' },
    accountId,
    instrument: toInstrument(row, currency),
    quantity: row.neededDecimal('position'),
    currency,
    averagePrice: row.decimal('avgPrice'),
    marketPrice: row.decimal('mktPrice'),
    marketValue: row.decimal('mktValue'),
    unrealizedPnl: row.decimal('unrealizedPnl'),
    realizedPnl: row.decimal('realizedPnl'),
    asOf,
  });
}

function toInstrument(row: WireObject, currency: string): Instrument {
  const isin = row.text('isin');
  const symbol = row.text('ticker') ?? row.text('contractDesc');
  const brokerId = row.neededText('conid');
  return compact({
    kind: toKind(row.text('assetClass'), row.text('type')?.toUpperCase()),
    name: row.text('name') ?? symbol ?? brokerId,
    symbol,
    isin: isin !== undefined && isIsin(isin) ? isin : undefined,
    mic: findListing(row.text('listingExchange')),
    currency,
    brokerId,
  });
}
