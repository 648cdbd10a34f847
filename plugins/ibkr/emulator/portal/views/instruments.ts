import type { Call } from '@bourse/sdk/emulator';
import { findInstrument, rateOf, stocksOf } from '../../life/facts.js';
import type { IbkrWorld } from '../../world.js';
import type { Endpoint } from '../endpoint.js';
import { PortalRefusal } from '../refusal.js';

export const instrumentEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/trsrv/secdef', query: ['conids'], view: describe },
  { method: 'GET', path: '/trsrv/stocks', query: ['symbols'], view: listStocks },
  { method: 'GET', path: '/iserver/exchangerate', query: ['source', 'target'], view: convert },
];

function describe(call: Call, { scenario }: IbkrWorld): unknown {
  const conids = (call.query.get('conids') ?? '').split(',');
  const rows = conids.map((conid) => findInstrument(scenario.life, conid)).filter((row) => row !== undefined);
  return {
    secdef: rows.map((row) => ({
      incrementRules: [{ lowerEdge: 0, increment: 0.01 }],
      conid: Number(row.conid),
      currency: row.currency,
      name: row.description,
      assetClass: row.assetCategory,
      expiry: row.expiry === '' ? null : row.expiry,
      lastTradingDay: row.expiry === '' ? null : row.expiry,
      group: null,
      putOrCall: row.putCall === '' ? null : row.putCall,
      sector: null,
      sectorGroup: null,
      strike: row.strike === '' ? '0' : row.strike,
      ticker: row.assetCategory === 'OPT' ? row.underlyingSymbol : row.symbol,
      undConid: row.underlyingConid === '' ? 0 : Number(row.underlyingConid),
      multiplier: Number(row.multiplier ?? '1'),
      type: row.subCategory,
      hasOptions: true,
      fullName: row.symbol,
      isUS: row.issuerCountryCode === 'US',
      listingExchange: row.listingExchange,
      countryCode: row.issuerCountryCode,
      allExchanges: 'SMART',
    })),
  };
}

/** The stocks of each symbol that the account ever had. */
function listStocks(call: Call, { scenario }: IbkrWorld): unknown {
  const symbols = (call.query.get('symbols') ?? '').split(',');
  return Object.fromEntries(symbols.map((symbol) => [symbol, stocksOf(scenario.life, symbol).map(toStock)]));
}

function toStock(row: Readonly<Record<string, string>>): Record<string, unknown> {
  return {
    name: row.description,
    chineseName: null,
    assetClass: row.assetCategory,
    contracts: [
      { conid: Number(row.conid), exchange: row.listingExchange, isUS: row.issuerCountryCode === 'US' },
    ],
  };
}

function convert(call: Call, { scenario }: IbkrWorld): unknown {
  const [source, target] = [call.query.get('source'), call.query.get('target')];
  if (source === null || target === null) throw new PortalRefusal(400, 'Bad Request: source and target');
  return { rate: rateOf(scenario.life, source) / rateOf(scenario.life, target) };
}
