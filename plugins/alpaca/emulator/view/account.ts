import { json, type Answer, type Call } from '@bourse/sdk/emulator';
import type { AlpacaWorld } from '../guard.js';
import { easternDate } from '../scenario/eastern.js';
import { holdingsOf } from './holdings.js';
import { valuePositions } from './positions.js';

/** @see https://docs.alpaca.markets/reference/getaccount-1 */
export function getAccount(_: Call, world: AlpacaWorld): Answer {
  const { account, activities } = world.scenario;
  const { cash } = holdingsOf(activities);
  const positions = valuePositions(world);
  const long = positions
    .filter(({ value }) => value.gte(0))
    .reduce((sum, { value }) => sum.plus(value), cash.times(0));
  const equity = positions.reduce((sum, { value }) => sum.plus(value), cash);
  return json({
    id: account.id,
    account_number: account.number,
    status: account.status,
    crypto_status: 'ACTIVE',
    currency: account.currency,
    cash: cash.toFixed(),
    buying_power: cash.toFixed(),
    non_marginable_buying_power: cash.toFixed(),
    regt_buying_power: cash.toFixed(),
    equity: equity.toFixed(),
    last_equity: equity.toFixed(),
    portfolio_value: equity.toFixed(),
    long_market_value: long.toFixed(),
    short_market_value: equity.minus(cash).minus(long).toFixed(),
    accrued_fees: '0',
    initial_margin: '0',
    maintenance_margin: '0',
    multiplier: '1',
    balance_asof: easternDate(world.now()),
    created_at: account.createdAt,
    pattern_day_trader: false,
    account_blocked: false,
    trading_blocked: false,
    transfers_blocked: false,
    trade_suspended_by_user: false,
    shorting_enabled: true,
  });
}
