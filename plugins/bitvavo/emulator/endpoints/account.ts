import Big from 'big.js';
import type { Endpoint } from '../endpoint.js';
import { optionalMarket } from '../parameters.js';
import type { BitvavoScenario } from '../scenario.js';

const account: Endpoint = {
  path: '/account',
  action: 'privateGetAccount',
  access: 'private',
  weight: 1,
  parameters: [],
  view: (_, { scenario }) => ({
    fees: scenario.fees,
    capabilities: ['buy', 'sell', 'depositCrypto', 'depositFiat'],
  }),
};

const fees: Endpoint = {
  path: '/account/fees',
  action: 'privateGetFees',
  access: 'private',
  weight: 1,
  parameters: ['market', 'quote'],
  view: (asked, { scenario }) => {
    optionalMarket(asked, scenario);
    return { tier: '0', ...scenario.fees };
  },
};

const balance: Endpoint = {
  path: '/balance',
  action: 'privateGetBalance',
  access: 'private',
  weight: 5,
  parameters: ['symbol'],
  view: (asked, { scenario }) => {
    const wanted = asked.query.get('symbol');
    return [...totals(scenario)]
      .filter(([symbol]) => wanted === null || wanted === symbol)
      .map(([symbol, total]) => {
        const inOrder = held(scenario, symbol);
        const available = total.minus(inOrder).minus(scenario.staked[symbol] ?? 0);
        return { symbol, available: available.toFixed(), inOrder: inOrder.toFixed() };
      });
  },
};

/**
 * What fixed staking has locked.
 *
 * @see https://docs.bitvavo.com/docs/rest-api/get-staking-balance/
 */
const stakingBalance: Endpoint = {
  path: '/stakingBalance',
  access: 'private',
  weight: 5,
  parameters: ['symbol'],
  view: (asked, { scenario }) => {
    const wanted = asked.query.get('symbol');
    return Object.entries(scenario.staked)
      .filter(([symbol]) => wanted === null || wanted === symbol)
      .map(([symbol, amount]) => ({ symbol, amount }));
  },
};

/** What each asset came to, by all bookings. */
function totals({ bookings }: BitvavoScenario): Map<string, Big> {
  const sums = new Map<string, Big>();
  const add = (symbol: string, change: string): void =>
    void sums.set(symbol, (sums.get(symbol) ?? new Big(0)).plus(change));
  for (const { symbol, change, quote } of bookings) {
    add(symbol, change);
    if (quote !== undefined) add(quote.symbol, quote.change);
  }
  return sums;
}

function held({ openOrders }: BitvavoScenario, symbol: string): Big {
  return openOrders
    .filter(({ onHoldCurrency }) => onHoldCurrency === symbol)
    .reduce((sum, { onHold }) => sum.plus(onHold), new Big(0));
}

export const accountEndpoints: readonly Endpoint[] = [account, fees, balance, stakingBalance];
