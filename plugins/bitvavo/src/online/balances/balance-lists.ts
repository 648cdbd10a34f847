import { DEFAULT_ACCOUNT_ID, type Account, type ListQuery, type Page, type PositionDraft } from '@bourse/sdk';
import Big from 'big.js';
import { HOME_CURRENCY, isMoney, toCryptoAsset } from '../../statement/assets.js';
import type { BitvavoClient } from '../api/client.js';
import { strangeCursor } from '../history/history-pages.js';
import { readPrices, type Prices } from '../market/prices.js';
import { readBalances } from './balances.js';

/** What the account has now: money as the cash of an account, crypto assets as positions. */
export class BalanceLists {
  readonly #client: BitvavoClient;

  constructor(client: BitvavoClient) {
    this.#client = client;
  }

  /** Bitvavo names no account; it is the one that the exported history is of. */
  async listAccounts(query: ListQuery): Promise<Page<Account>> {
    if (!isAskedFor(query)) return { items: [] };
    const balances = new Map([[HOME_CURRENCY, new Big(0)], ...(await readBalances(this.#client))]);
    const cash = [...balances]
      .filter(([symbol]) => isMoney(symbol))
      .map(([currency, amount]) => ({ amount: amount.toFixed(), currency }));
    return {
      items: [{ id: DEFAULT_ACCOUNT_ID, name: 'Bitvavo', baseCurrency: HOME_CURRENCY, cash, asOf: now() }],
    };
  }

  async listPositions(query: ListQuery): Promise<Page<PositionDraft>> {
    if (!isAskedFor(query)) return { items: [] };
    const balances = await readBalances(this.#client);
    const prices = await readPrices(this.#client);
    return {
      items: [...balances]
        .filter(([symbol, amount]) => !isMoney(symbol) && !amount.eq(0))
        .map(([symbol, amount]) => toPosition(symbol, amount, prices)),
    };
  }
}

function toPosition(symbol: string, quantity: Big, prices: Prices): PositionDraft {
  const marketPrice = prices.get(`${symbol}-${HOME_CURRENCY}`);
  return {
    accountId: DEFAULT_ACCOUNT_ID,
    instrument: toCryptoAsset(symbol),
    quantity: quantity.toFixed(),
    currency: HOME_CURRENCY,
    ...(marketPrice === undefined ? {} : valueAt(quantity, marketPrice)),
    asOf: now(),
    source: { section: 'balance' },
  };
}

function valueAt(
  quantity: Big,
  marketPrice: string,
): Pick<PositionDraft, 'marketPrice' | 'marketValue' | 'derived'> {
  return { marketPrice, marketValue: quantity.times(marketPrice).toFixed(), derived: ['marketValue'] };
}

/** Both lists have one page and one account. */
function isAskedFor({ accountId, cursor }: ListQuery): boolean {
  if (cursor !== undefined) throw strangeCursor();
  return accountId === undefined || accountId === DEFAULT_ACCOUNT_ID;
}

function now(): string {
  return new Date().toISOString();
}
