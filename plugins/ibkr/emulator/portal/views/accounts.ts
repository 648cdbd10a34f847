import type { Call } from '@bourse/sdk/emulator';
import { accountsOf, positionsOf, rateOf, type AccountFact } from '../../life/facts.js';
import type { IbkrWorld } from '../../world.js';
import type { Endpoint } from '../endpoint.js';
import { PortalRefusal } from '../refusal.js';

export const accountEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/portfolio/accounts', view: (_, world) => listAccounts(world) },
  { method: 'GET', path: '/iserver/accounts', view: (_, world) => listTradable(world) },
  {
    method: 'GET',
    path: '/portfolio/:account/meta',
    view: (call, world) => toAccount(findAccount(call, world)),
  },
  { method: 'GET', path: '/portfolio/:account/summary', view: summarise },
  { method: 'GET', path: '/portfolio/:account/ledger', view: showLedger },
];

/** @throws PortalRefusal where accounts have not been listed before, or there is none of that id */
export function findAccount(call: Call, { scenario, state }: IbkrWorld): AccountFact {
  if (!state.portal.hasListedAccounts)
    throw new PortalRefusal(400, 'Bad Request: query /portfolio/accounts first');
  const found = accountsOf(scenario.life).find(({ id }) => id === call.params.account);
  if (found === undefined) throw new PortalRefusal(400, 'Bad Request: unknown account');
  return found;
}

function listAccounts({ scenario, state }: IbkrWorld): unknown {
  state.portal.hasListedAccounts = true;
  return accountsOf(scenario.life).map(toAccount);
}

function toAccount({ id, currency, name, type, openedAt }: AccountFact): Record<string, unknown> {
  return {
    id,
    accountId: id,
    accountVan: id,
    accountTitle: name,
    displayName: id,
    accountAlias: null,
    accountStatus: openedAt,
    currency,
    type: type.toUpperCase(),
    tradingType: 'STKNOPT',
    faclient: false,
    clearingStatus: 'O',
    covestor: false,
    parent: { mmc: [], accountId: '', isMParent: false, isMChild: false, isMultiplex: false },
    desc: id,
  };
}

function listTradable({ scenario }: IbkrWorld): unknown {
  const accounts = accountsOf(scenario.life).map(({ id }) => id);
  return {
    accounts,
    aliases: Object.fromEntries(accounts.map((id) => [id, id])),
    selectedAccount: accounts[0],
  };
}

function summarise(call: Call, world: IbkrWorld): unknown {
  const account = findAccount(call, world);
  const { cash, net } = totalsOf(account, world);
  const amount = (value: number): unknown => ({
    amount: round(value),
    currency: account.currency,
    isNull: false,
    timestamp: world.now(),
    value: null,
    severity: 0,
  });
  return { totalcashvalue: amount(cash), netliquidation: amount(net), availablefunds: amount(cash) };
}

/** One entry for each currency and `BASE`, which adds them up in the base currency. */
function showLedger(call: Call, world: IbkrWorld): unknown {
  const account = findAccount(call, world);
  const { life } = world.scenario;
  const entries = account.cash.map(({ currency, ending, settled }) => {
    const stocks = stocksOf(account, world, currency);
    return [
      currency,
      toLedger({
        account,
        world,
        key: currency,
        cash: ending,
        settled,
        stocks,
        rate: rateOf(life, currency),
      }),
    ];
  });
  const { cash, settled, stocks } = totalsOf(account, world);
  const base = toLedger({ account, world, key: 'BASE', cash, settled, stocks, rate: 1 });
  return Object.fromEntries([...entries, ['BASE', base]]);
}

interface LedgerFacts {
  readonly account: AccountFact;
  readonly world: IbkrWorld;
  readonly key: string;
  readonly cash: number;
  readonly settled: number;
  readonly stocks: number;
  readonly rate: number;
}

function toLedger({
  account,
  world,
  key,
  cash,
  settled,
  stocks,
  rate,
}: LedgerFacts): Record<string, unknown> {
  return {
    commoditymarketvalue: 0,
    futuremarketvalue: 0,
    settledcash: round(settled),
    exchangerate: rate,
    sessionid: 1,
    cashbalance: round(cash),
    corporatebondsmarketvalue: 0,
    warrantsmarketvalue: 0,
    netliquidationvalue: round(cash + stocks),
    interest: 0,
    unrealizedpnl: 0,
    stockmarketvalue: round(stocks),
    moneyfunds: 0,
    currency: key,
    realizedpnl: 0,
    funds: 0,
    acctcode: account.id,
    issueroptionsmarketvalue: 0,
    key: 'LedgerList',
    timestamp: Math.floor(world.now() / 1_000),
    severity: 0,
    stockoptionmarketvalue: 0,
    futuresonlypnl: 0,
    tbondsmarketvalue: 0,
    futureoptionmarketvalue: 0,
    cashbalancefxsegment: 0,
    secondkey: key,
    tbillsmarketvalue: 0,
    endofbundle: 1,
    dividends: 0,
    cryptocurrencyvalue: 0,
  };
}

function totalsOf(
  account: AccountFact,
  world: IbkrWorld,
): { cash: number; settled: number; stocks: number; net: number } {
  const rate = (currency: string): number => rateOf(world.scenario.life, currency);
  const sum = (figure: (entry: AccountFact['cash'][number]) => number): number =>
    account.cash.reduce((total, entry) => total + figure(entry) * rate(entry.currency), 0);
  const cash = sum(({ ending }) => ending);
  const stocks = sum(({ currency }) => stocksOf(account, world, currency));
  return { cash, settled: sum(({ settled }) => settled), stocks, net: cash + stocks };
}

function stocksOf(account: AccountFact, { scenario }: IbkrWorld, currency: string): number {
  return positionsOf(scenario.life, account.id)
    .filter((row) => row.currency === currency)
    .reduce((total, row) => total + Number(row.positionValue), 0);
}

function round(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
