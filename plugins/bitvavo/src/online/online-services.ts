import type { AuthoredBrokerServices, PluginContext } from '@bourse/sdk';
import type { BitvavoSettings } from '../settings.js';
import { BitvavoClient } from './api/client.js';
import { BalanceLists } from './balances/balance-lists.js';
import { HistoryLists } from './history/history-lists.js';
import { Zone } from './history/zone.js';
import { readCandles } from './market/candles.js';
import { readQuotes } from './market/prices.js';
import { subscribe } from './market/subscribe.js';

/** What the API tells of an account, and prices. All of it needs contract 1.1. */
export function createOnlineServices({
  settings,
  log,
  signal,
}: Pick<PluginContext<BitvavoSettings>, 'settings' | 'log' | 'signal'>): Omit<
  AuthoredBrokerServices,
  'statement' | 'health'
> {
  const client = new BitvavoClient(signal);
  const balances = new BalanceLists(client);
  const history = new HistoryLists(client, new Zone(settings.timeZone), log);
  return {
    account: { listAccounts: (query) => balances.listAccounts(query) },
    portfolio: { listPositions: (query) => balances.listPositions(query) },
    transaction: { listTransactions: (query) => history.listTransactions(query) },
    cash: {
      listCashMovements: (query) => history.listCashMovements(query),
      listTransfers: (query) => history.listTransfers(query),
    },
    quote: { getQuotes: ({ instruments }) => readQuotes(client, instruments) },
    history: { listBars: (request) => readCandles(client, request) },
    stream: { subscribeQuotes: ({ instruments }) => subscribe(client, instruments, signal) },
  };
}
