import type { Decimal, Instrument, PositionDraft } from '@bourse/sdk';
import Big from 'big.js';
import { Fields } from '../api/fields.js';
import { isMoney, readJoinedPair, toCrypto, toInstrument } from '../instruments.js';
import type { Owner } from './booking.js';

/** ISO 10383 codes of the exchanges as Alpaca calls them. */
const MARKETS: Readonly<Record<string, string>> = {
  NASDAQ: 'XNAS',
  NYSE: 'XNYS',
  ARCA: 'ARCX',
  AMEX: 'XASE',
  BATS: 'BATS',
};

/** What is held of one asset now. */
export function toPosition(answer: unknown, owner: Owner, asOf: string): PositionDraft {
  const row = new Fields(answer, 'position');
  const isShort = row.optionalText('side') === 'short';
  const signed = (name: string): Decimal | undefined => withSign(row.optionalDecimal(name), isShort);
  const marketPrice = row.optionalDecimal('current_price');
  const averagePrice = row.optionalDecimal('avg_entry_price');
  const [costBasis, marketValue] = [signed('cost_basis'), signed('market_value')];
  const unrealizedPnl = row.optionalDecimal('unrealized_pl');
  return {
    accountId: owner.accountId,
    instrument: readInstrument(row, owner),
    quantity: withSign(row.decimal('qty'), isShort) ?? '0',
    currency: owner.currency,
    ...(averagePrice === undefined ? {} : { averagePrice }),
    ...(costBasis === undefined ? {} : { costBasis }),
    ...(marketPrice === undefined ? {} : { marketPrice }),
    ...(marketValue === undefined ? {} : { marketValue }),
    ...(unrealizedPnl === undefined ? {} : { unrealizedPnl }),
    asOf,
    source: { section: 'positions' },
    raw: [row.raw()],
  };
}

function readInstrument(row: Fields, { currency }: Owner): Instrument {
  const symbol = row.text('symbol');
  const pair = row.optionalText('asset_class') === 'crypto' ? readJoinedPair(symbol) : undefined;
  if (pair !== undefined && isMoney(pair.quote)) return toCrypto(pair.base);
  const instrument = toInstrument(symbol, currency);
  const mic = MARKETS[row.optionalText('exchange') ?? ''];
  return mic === undefined || instrument.kind !== 'EQUITY' ? instrument : { ...instrument, mic };
}

/** Amounts carry the sign of the quantity, whichever of them Alpaca signs. */
function withSign(amount: Decimal | undefined, isShort: boolean): Decimal | undefined {
  if (amount === undefined) return undefined;
  const absolute = new Big(amount).abs();
  return (isShort && !absolute.eq(0) ? absolute.times(-1) : absolute).toFixed();
}
