import { text, UndocumentedRequest, type Call } from '@bourse/sdk/emulator';
import { accountsOf, positionsOf } from '../../life/facts.js';
import type { IbkrWorld } from '../../world.js';
import type { Endpoint } from '../endpoint.js';
import { findAccount } from './accounts.js';

const PAGE = 100;

export const positionEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/portfolio/:account/positions/:page',
    query: ['sort', 'direction', 'period', 'waitForSecDef'],
    view: showPage,
  },
  { method: 'GET', path: '/portfolio/:account/position/:conid', view: showOne },
  { method: 'GET', path: '/portfolio/positions/:conid', view: showEverywhere },
  { method: 'POST', path: '/portfolio/:account/positions/invalidate', view: forget },
  { method: 'GET', path: '/portfolio2/:account/positions', query: ['sort', 'direction'], view: showAll },
];

type Row = Readonly<Record<string, string>>;

/** Cached: the first answers are thin. */
function showPage(call: Call, world: IbkrWorld): unknown {
  const account = findAccount(call, world);
  const page = call.params.page ?? '';
  if (!/^\d+$/.test(page)) throw new UndocumentedRequest(`no page "${page}"`, text('', { status: 400 }));
  const rows = positionsOf(world.scenario.life, account.id);
  const isPrimed = world.state.portal.isPrimed(
    `positions ${account.id} ${page}`,
    world.scenario.portal.primingCalls,
  );
  return rows.slice(Number(page) * PAGE, (Number(page) + 1) * PAGE).map((row) => toPosition(row, isPrimed));
}

function forget(call: Call, world: IbkrWorld): unknown {
  findAccount(call, world);
  return { message: 'success' };
}

function showAll(call: Call, world: IbkrWorld): unknown {
  return positionsOf(world.scenario.life, findAccount(call, world).id).map((row) => toPosition(row, true));
}

/** An instrument in one account: a list all the same. */
function showOne(call: Call, world: IbkrWorld): unknown {
  return positionsOf(world.scenario.life, findAccount(call, world).id)
    .filter(({ conid }) => conid === call.params.conid)
    .map((row) => toPosition(row, true));
}

function showEverywhere(call: Call, { scenario }: IbkrWorld): unknown {
  const rows = accountsOf(scenario.life).map(({ id }): [string, unknown[]] => [
    id,
    positionsOf(scenario.life, id)
      .filter(({ conid }) => conid === call.params.conid)
      .map((row) => toPosition(row, true)),
  ]);
  return Object.fromEntries(rows.filter(([, found]) => found.length > 0));
}

function toPosition(row: Row, isComplete: boolean): Record<string, unknown> {
  const thin = {
    acctId: row.accountId,
    conid: Number(row.conid),
    contractDesc: row.symbol,
    position: Number(row.position),
    mktPrice: Number(row.markPrice),
    mktValue: Number(row.positionValue),
    currency: row.currency,
    avgCost: Number(row.costBasisPrice) * Number(row.multiplier),
    avgPrice: Number(row.costBasisPrice),
    realizedPnl: 0,
    unrealizedPnl: Number(row.fifoPnlUnrealized),
    exchs: null,
    expiry: null,
    putOrCall: null,
    multiplier: null,
    strike: '0',
    exerciseStyle: null,
    conExchMap: [],
    assetClass: row.assetCategory,
    undConid: 0,
  };
  if (!isComplete) return thin;
  return {
    ...thin,
    listingExchange: row.listingExchange,
    countryCode: row.issuerCountryCode,
    name: row.description,
    ticker: row.symbol,
    type: row.subCategory,
    sector: null,
    isin: row.isin,
    hasOptions: true,
    fullName: row.symbol,
    isUS: row.issuerCountryCode === 'US',
    pageSize: PAGE,
  };
}
