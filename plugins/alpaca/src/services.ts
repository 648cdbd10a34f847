import type { AuthoredBrokerServices, PluginContext } from '@bourse/sdk';
import { AlpacaBroker } from './alpaca-broker.js';
import type { AlpacaClient } from './api/client.js';
import { readBars } from './market/history.js';
import { streamQuotes } from './market/quote-stream.js';
import { readQuotes } from './market/quotes.js';
import type { AlpacaSettings } from './settings.js';

/** The services of the plugin, over one account. */
export function createServices(
  client: AlpacaClient,
  { settings, signal }: Pick<PluginContext<AlpacaSettings>, 'settings' | 'signal'>,
): AuthoredBrokerServices {
  const broker = new AlpacaBroker(client);
  const { feed } = settings;
  return {
    account: { listAccounts: (query) => broker.listAccounts(query) },
    portfolio: { listPositions: (query) => broker.listPositions(query) },
    transaction: { listTransactions: (query) => broker.listTransactions(query) },
    cash: {
      listCashMovements: (query) => broker.listCashMovements(query),
      listTransfers: (query) => broker.listTransfers(query),
    },
    dividend: { listDividends: (query) => broker.listDividends(query) },
    fee: { listFees: (query) => broker.listFees(query) },
    corporateAction: { listCorporateActions: (query) => broker.listCorporateActions(query) },
    quote: { getQuotes: ({ instruments }) => readQuotes(client, feed, instruments) },
    history: { listBars: (request) => readBars(client, feed, request) },
    stream: { subscribeQuotes: ({ instruments }) => streamQuotes({ feed, instruments, signal }) },
    health: async () => {
      const unclassified = broker.unclassified.count;
      return { status: unclassified === 0 ? 'ok' : 'degraded', metrics: { unclassified } };
    },
  };
}
