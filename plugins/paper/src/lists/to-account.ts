import type { Account, CalendarDate } from '@bourse/sdk';
import Big from 'big.js';
import { money } from '../world/amounts.js';
import type { Simulation } from '../simulation/simulation.js';
import { valueOfCash, valueOfHoldings } from '../simulation/valuation.js';

/** The account at the end of a day. */
export function toAccount({ book, market, terms }: Simulation, asOf: CalendarDate): Account {
  const { baseCurrency, openedOn } = terms;
  const balances = [...book.cash].map(([currency, amount]) => money(amount, currency));
  const cash = valueOfCash(book, market, baseCurrency);
  const account = { id: book.accountId, name: 'Paper account', baseCurrency, type: 'CASH', asOf };
  if (asOf < openedOn) return account;
  return {
    ...account,
    period: { from: openedOn, to: asOf },
    openingCash: balances.map(({ currency }) => money(new Big(0), currency)),
    cash: balances,
    cashTotal: money(cash, baseCurrency),
    equity: money(cash.plus(valueOfHoldings(book, market, baseCurrency)), baseCurrency),
  };
}
