import Big from 'big.js';
import type { Endpoint } from '../endpoint.js';
import { invalidParameter } from '../refusal.js';
import type { BitvavoScenario } from '../scenario.js';
import { eachMarket } from './book.js';

const NAMES: Readonly<Record<string, string>> = {
  ADA: 'Cardano',
  BTC: 'Bitcoin',
  ETH: 'Ethereum',
  EUR: 'Euro',
  LINK: 'Chainlink',
  SOL: 'Solana',
  USDC: 'USD Coin',
};

/** Of tokens; coins are on their own. */
const NETWORKS: Readonly<Record<string, string>> = { LINK: 'ETH', USDC: 'ETH' };

const time: Endpoint = {
  path: '/time',
  action: 'getTime',
  access: 'public',
  weight: 1,
  parameters: [],
  view: (_, { now }) => ({ time: now() }),
};

const price: Endpoint = {
  path: '/ticker/price',
  action: 'getTickerPrice',
  access: 'public',
  weight: 1,
  parameters: ['market'],
  view: (asked, world) =>
    eachMarket(asked, world, (market) => ({ market, price: world.scenario.prices[market] })),
};

const markets: Endpoint = {
  path: '/markets',
  action: 'getMarkets',
  access: 'public',
  weight: 1,
  parameters: ['market'],
  view: (asked, world) => eachMarket(asked, world, (market) => toMarket(market, world.scenario)),
};

const assets: Endpoint = {
  path: '/assets',
  action: 'getAssets',
  access: 'public',
  weight: 1,
  parameters: ['symbol'],
  view: (asked, { scenario }) => {
    const symbols = symbolsOf(scenario);
    const symbol = asked.query.get('symbol');
    if (symbol === null) return symbols.map(toAsset);
    if (!symbols.includes(symbol)) throw invalidParameter('symbol');
    return toAsset(symbol);
  },
};

function symbolsOf({ prices }: BitvavoScenario): string[] {
  return [...new Set(Object.keys(prices).flatMap((market) => market.split('-')))].sort();
}

function toMarket(market: string, { prices }: BitvavoScenario): Record<string, unknown> {
  const [base, quote] = market.split('-');
  return {
    market,
    status: 'trading',
    base,
    quote,
    pricePrecision: 5,
    tickSize: tickSizeOf(prices[market] ?? '1'),
    minOrderInBaseAsset: '0.0001',
    minOrderInQuoteAsset: '5',
    maxOrderInBaseAsset: '1000000000',
    maxOrderInQuoteAsset: '1000000000',
    quantityDecimals: 8,
    notionalDecimals: 2,
    maxOpenOrders: 100,
    feeCategory: 'A',
    orderTypes: ['market', 'limit', 'stopLoss', 'stopLossLimit', 'takeProfit', 'takeProfitLimit'],
  };
}

/** The last one of five digits. */
function tickSizeOf(price: string): string {
  return new Big(10).pow(new Big(price).e - 4).toFixed();
}

function toAsset(symbol: string): Record<string, unknown> {
  const isMoney = symbol === 'EUR';
  return {
    symbol,
    name: NAMES[symbol] ?? symbol,
    decimals: isMoney ? 2 : 8,
    depositFee: '0',
    depositConfirmations: isMoney ? 0 : 12,
    depositStatus: 'OK',
    withdrawalFee: isMoney ? '0' : '0.0006',
    withdrawalMinAmount: isMoney ? '5' : '0.0006',
    withdrawalStatus: 'OK',
    networks: isMoney ? [] : [NETWORKS[symbol] ?? symbol],
    message: '',
  };
}

export const marketEndpoints: readonly Endpoint[] = [time, price, markets, assets];
