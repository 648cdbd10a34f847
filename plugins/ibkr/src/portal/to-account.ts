import type { Account, Instant, Money } from '@bourse/sdk';
import { compact } from '../values/compact.js';
import type { WireObject } from './wire-object.js';

/** The entry of a ledger that adds all currencies up in the base currency. */
const BASE = 'BASE';

/** @param ledger Its entries by currency. */
export function toAccount(account: WireObject, ledger: WireObject, asOf: Instant): Account {
  const baseCurrency = account.currency('currency');
  const currencies = ledger.names.filter((name) => name !== BASE);
  const moneyOf = (member: string): Money[] =>
    currencies.flatMap((currency) => {
      const amount = ledger.object(currency).decimal(member);
      return amount === undefined ? [] : [{ amount, currency }];
    });
  const total = (member: string): Money | undefined => {
    const amount = ledger.names.includes(BASE) ? ledger.object(BASE).decimal(member) : undefined;
    return amount === undefined ? undefined : { amount, currency: baseCurrency };
  };
  return compact({
    id: account.neededText('accountId'),
    name: account.text('accountTitle'),
    baseCurrency,
    type: account.text('type'),
    cash: moneyOf('cashbalance'),
    settledCash: moneyOf('settledcash'),
    cashTotal: total('cashbalance'),
    equity: total('netliquidationvalue'),
    asOf,
  });
}
