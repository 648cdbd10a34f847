import type { Endpoint } from '../endpoint.js';
import { optionalMarket } from '../parameters.js';
import { invalidParameter } from '../refusal.js';
import type { BitvavoScenario } from '../scenario.js';

const NAMES: Readonly<Record<string, string>> = {
  ADA: 'Cardano',
  BTC: 'Bitcoin',
  ETH: 'Ethereum',
  EUR: 'Euro',
  LINK: 'Chainlink',
  SOL: 'Solana',
  USDC: 'USD Coin',
};

const time: Endpoint = {
  path: '/time',
  access: 'public',
  weight: 1,
  parameters: [],
  view: (_, { now }) => ({ time: now() }),
};

const price: Endpoint = {
  path: '/ticker/price',
  access: 'public',
  weight: 1,
  parameters: ['market'],
  view: (call, { scenario }) => {
    const market = optionalMarket(call, scenario);
    if (market !== undefined) return { market, price: scenario.prices[market] };
    return Object.entries(scenario.prices).map(([name, last]) => ({ market: name, price: last }));
  },
};

const markets: Endpoint = {
  path: '/markets',
  access: 'public',
  weight: 1,
  parameters: ['market'],
  view: (call, { scenario }) => {
    const market = optionalMarket(call, scenario);
    return market === undefined ? Object.keys(scenario.prices).map(toMarket) : toMarket(market);
  },
};

const assets: Endpoint = {
  path: '/assets',
  access: 'public',
  weight: 1,
  parameters: ['symbol'],
  view: (call, { scenario }) => {
    const symbols = symbolsOf(scenario);
    const symbol = call.query.get('symbol');
    if (symbol === null) return symbols.map(toAsset);
    if (!symbols.includes(symbol)) throw invalidParameter('symbol');
    return toAsset(symbol);
  },
};

function symbolsOf({ prices }: BitvavoScenario): string[] {
  return [...new Set(Object.keys(prices).flatMap((market) => market.split('-')))].sort();
}

function toMarket(market: string): Record<string, unknown> {
  const [base, quote] = market.split('-');
  return {
    market,
    status: 'trading',
    base,
    quote,
    pricePrecision: 5,
    minOrderInBaseAsset: '0.0001',
    minOrderInQuoteAsset: '5',
    orderTypes: ['market', 'limit', 'stopLoss', 'stopLossLimit', 'takeProfit', 'takeProfitLimit'],
  };
}

function toAsset(symbol: string): Record<string, unknown> {
  return {
    symbol,
    name: NAMES[symbol] ?? symbol,
    decimals: symbol === 'EUR' ? 2 : 8,
    depositFee: '0',
    depositStatus: 'OK',
    withdrawalFee: symbol === 'EUR' ? '0' : '0.0006',
    withdrawalStatus: 'OK',
    message: '',
  };
}

export const marketEndpoints: readonly Endpoint[] = [time, price, markets, assets];
