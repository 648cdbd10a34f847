import {
  ProblemError,
  type AuthoredBrokerServices,
  type ListQuery,
  type Page,
  type PluginContext,
} from '@bourse/sdk';
import type { IbkrSettings } from '../settings.js';
import type { Wait } from '../web/wait.js';
import { gatewayWay } from './gateway-way.js';
import { oauthWay } from './oauth-way.js';
import { PortalApi } from './portal-api.js';
import { PortalBroker } from './portal-broker.js';

type PortalServices = Required<
  Pick<
    AuthoredBrokerServices,
    'authentication' | 'account' | 'portfolio' | 'transaction' | 'cash' | 'quote' | 'history' | 'stream'
  >
>;

/** The services of the Client Portal API. They are empty where the user does not want it to be asked. */
export function createPortalServices(
  context: Pick<PluginContext<IbkrSettings>, 'settings' | 'log' | 'signal' | 'storage'>,
  wait?: Wait,
): PortalServices {
  const { settings, log, signal } = context;
  // Where nothing is to be asked, the way does not matter.
  const api = new PortalApi(settings.clientPortal ? oauthWay : gatewayWay, context, wait);
  const broker = new PortalBroker({ api, log, signal, ...(wait === undefined ? {} : { wait }) });
  const isWanted = settings.clientPortal || settings.localGateway;
  const items = async <Item>(list: () => Promise<Item[]>): Promise<Item[]> => (isWanted ? list() : []);
  const page = async <Item extends Listed>(
    query: ListQuery,
    list: () => Promise<Item[]>,
  ): Promise<Page<Item>> => {
    refuseCursor(query);
    return { items: (await items(list)).filter((item) => isAsked(item, query)) };
  };
  const logIn = async (): Promise<{ outcome: 'LOGGED_IN'; expiresAt?: string }> => {
    const expiresAt = isWanted ? await api.logIn() : undefined;
    return { outcome: 'LOGGED_IN', ...(expiresAt === undefined ? {} : { expiresAt }) };
  };
  return {
    authentication: {
      logIn,
      continueLogIn: logIn,
      logOut: async () => {
        await api.logOut();
        return {};
      },
    },
    account: { listAccounts: (query) => page(query, () => broker.listAccounts()) },
    portfolio: { listPositions: (query) => page(query, () => broker.listPositions()) },
    transaction: { listTransactions: (query) => page(query, () => broker.listTransactions()) },
    cash: {
      listCashMovements: (query) => page(query, () => broker.listConversions()),
      listTransfers: (query) => page(query, async () => []),
    },
    stream: {
      subscribeQuotes: async function* (request) {
        if (isWanted) yield* broker.subscribeQuotes(request);
      },
    },
    quote: { getQuotes: (request) => items(() => broker.getQuotes(request)) },
    history: {
      listBars: async (request) => {
        refuseCursor(request);
        return { items: await items(() => broker.listBars(request)) };
      },
    },
  };
}

/** What a list can be narrowed by: the account, and the booking date of what has one. */
interface Listed {
  readonly id?: string;
  readonly accountId?: string;
  readonly date?: string;
  readonly tradeDate?: string;
}

function isAsked(item: Listed, { accountId, since, until }: ListQuery): boolean {
  if (accountId !== undefined && accountId !== (item.accountId ?? item.id)) return false;
  const date = item.date ?? item.tradeDate;
  if (date === undefined) return true;
  return (since === undefined || date >= since) && (until === undefined || date <= until);
}

/** Every list is one page. */
function refuseCursor({ cursor }: { readonly cursor?: string | undefined }): void {
  if (cursor === undefined) return;
  throw new ProblemError({ code: 'INVALID_REQUEST', message: 'There is no further page.' });
}
