import type { Decimal } from '@bourse/sdk';
import Big from 'big.js';
import type { BitvavoClient } from '../api/client.js';
import { readDecimal, readList, readObject, readText } from '../api/json.js';

/** What the account has of each currency and asset: available, held by orders, and staked. */
export async function readBalances(client: BitvavoClient): Promise<ReadonlyMap<string, Big>> {
  const totals = new Map<string, Big>();
  const add = (symbol: string, amount: Decimal): void =>
    void totals.set(symbol, new Big(amount).plus(totals.get(symbol) ?? 0));
  for (const value of readList(await client.get('/balance'), 'balance')) {
    const row = readObject(value, 'balance');
    const symbol = readText(row, 'symbol', 'balance');
    add(symbol, readDecimal(row, 'available', 'balance'));
    add(symbol, readDecimal(row, 'inOrder', 'balance'));
  }
  for (const value of readList(await client.get('/stakingBalance'), 'stakingBalance')) {
    const row = readObject(value, 'stakingBalance');
    add(readText(row, 'symbol', 'stakingBalance'), readDecimal(row, 'amount', 'stakingBalance'));
  }
  return totals;
}
