import Big from 'big.js';
import type { DegiroScenario, OpenOrder } from '../scenario/scenario.js';
import { balancesOf, holdingsOf, tradesOf } from '../scenario/trades.js';

/** One cell of a row. One without `value` is null. */
interface Cell {
  readonly name: string;
  readonly value?: unknown;
  readonly isAdded: true;
}

/** One row of a section, as the update feed writes it. */
export interface Row {
  readonly name: string;
  readonly id: string;
  readonly value: readonly Cell[];
  readonly isAdded: true;
}

/** The sections of the update feed that hold rows. */
export const SECTIONS: Readonly<Record<string, (scenario: DegiroScenario) => Row[]>> = {
  portfolio: portfolioRows,
  cashFunds: cashFundRows,
  orders: ({ orders }) => orders.map((order) => orderRow(order)),
  historicalOrders: () => [],
  transactions: () => [],
  alerts: () => [],
};

/** The cells of the section that is one row by itself. */
export function totalPortfolioCells(scenario: DegiroScenario): Cell[] {
  const cash = [...balancesOf(scenario)].find(([currency]) => currency === scenario.baseCurrency)?.[1];
  return cells({
    degiroCash: 0,
    flatexCash: Number(cash ?? 0),
    totalCash: Number(cash ?? 0),
    totalDepositWithdrawal: 0,
    freeSpaceNew: { [scenario.baseCurrency]: Number(cash ?? 0) },
    reportCreationTime: '10:15:00',
  });
}

function portfolioRows(scenario: DegiroScenario): Row[] {
  const products = [...holdingsOf(scenario)].map(([id, size]) => productRow(scenario, id, size));
  const balances = [...balancesOf(scenario)];
  // Money is swept to the bank, which leaves the currency's own row at nothing.
  const swept = balances.flatMap(([currency, amount]) => [
    cashRow(currency, currency === scenario.baseCurrency ? new Big(0) : amount, scenario),
    ...(currency === scenario.baseCurrency ? [cashRow(`FLATEX_${currency}`, amount, scenario)] : []),
  ]);
  return [...products, ...swept];
}

function productRow(scenario: DegiroScenario, id: string, size: Big): Row {
  const product = scenario.products.find((one) => one.id === id);
  const price = new Big(product?.closePrice ?? 0);
  const averagePrice = averagePriceOf(scenario, id);
  return row('positionrow', id, {
    id,
    positionType: 'PRODUCT',
    size: Number(size),
    price: Number(price),
    value: Number(price.times(size)),
    // Only bonds have any; the feed leaves the value of the cell out.
    accruedInterest: undefined,
    plBase: { [scenario.baseCurrency]: Number(averagePrice.times(size).times(-1)) },
    todayPlBase: { [scenario.baseCurrency]: Number(price.times(size).times(-1)) },
    portfolioValueCorrection: 0,
    breakEvenPrice: Number(averagePrice),
    averageFxRate: 1,
    realizedProductPl: 0,
    realizedFxPl: 0,
    todayRealizedProductPl: 0,
    todayRealizedFxPl: 0,
  });
}

function cashRow(id: string, amount: Big, { baseCurrency }: DegiroScenario): Row {
  return row('positionrow', id, {
    id,
    positionType: 'CASH',
    size: Number(amount),
    price: 1,
    value: Number(amount),
    accruedInterest: undefined,
    plBase: { [baseCurrency]: 0 },
    todayPlBase: { [baseCurrency]: 0 },
    portfolioValueCorrection: 0,
    breakEvenPrice: 0,
    averageFxRate: 1,
    realizedProductPl: 0,
    realizedFxPl: 0,
    todayRealizedProductPl: 0,
    todayRealizedFxPl: 0,
  });
}

/** The mean of what was paid for a product, splits apart. */
function averagePriceOf(scenario: DegiroScenario, id: string): Big {
  const bought = tradesOf(scenario).filter(
    ({ product, side, action }) => product.id === id && side === 'Buy' && action === undefined,
  );
  const paid = bought.reduce(
    (sum, { quantity, price }) => sum.plus(new Big(quantity).times(price)),
    new Big(0),
  );
  const units = bought.reduce((sum, { quantity }) => sum.plus(quantity), new Big(0));
  return units.eq(0) ? units : paid.div(units).round(4);
}

function cashFundRows(scenario: DegiroScenario): Row[] {
  return [...balancesOf(scenario)].map(([currency, amount], index) =>
    row('cashFund', String(index + 1), { id: index + 1, currencyCode: currency, value: Number(amount) }),
  );
}

function orderRow({ id, productId, buysell, size, price }: OpenOrder): Row {
  return row('order', id, {
    id,
    date: '10:02',
    productId: Number(productId),
    buysell,
    size,
    quantity: size,
    price: Number(price),
    stopPrice: 0,
    orderTypeId: 0,
    orderTimeTypeId: 3,
    isModifiable: true,
    isDeletable: true,
  });
}

function row(name: string, id: string, values: Readonly<Record<string, unknown>>): Row {
  return { name, id, value: cells(values), isAdded: true };
}

/** `undefined` becomes a cell without a value. */
function cells(values: Readonly<Record<string, unknown>>): Cell[] {
  return Object.entries(values).map(([name, value]) => ({
    name,
    ...(value === undefined ? {} : { value }),
    isAdded: true,
  }));
}
