import type { AuthoredBrokerServices, ListQuery, Page } from '@bourse/sdk';
import { pageOf, type PagedList } from './lists/page.js';
import { toAccount } from './lists/to-account.js';
import { toPositions } from './lists/to-positions.js';
import type { PaperExchange, Report } from './paper-exchange.js';
import type { AccountBook } from './simulation/account-book.js';

type ListMethod<Item> = (query: ListQuery) => Promise<Page<Item>>;
type Contents<Item> = Pick<PagedList<Item>, 'items' | 'dateOf'>;

/** The services of the plugin, over one simulated account. */
export function createServices(exchange: PaperExchange): AuthoredBrokerServices {
  const list =
    <Item>(name: string, contentsOf: (report: Report) => Contents<Item>): ListMethod<Item> =>
    async (query) => {
      const report = exchange.report();
      const { accountId } = report.simulation.book;
      return pageOf({ name, accountId, ...contentsOf(report) }, query);
    };
  const listBooked = <Item extends { readonly date: string }>(
    name: string,
    itemsOf: (book: AccountBook) => readonly Item[],
  ): ListMethod<Item> =>
    list(name, ({ simulation }) => ({ items: itemsOf(simulation.book), dateOf: (item) => item.date }));
  return {
    portfolio: {
      listPositions: list('positions', ({ simulation, asOf }) => ({ items: toPositions(simulation, asOf) })),
    },
    account: {
      listAccounts: list('accounts', ({ simulation, asOf }) => ({ items: [toAccount(simulation, asOf)] })),
    },
    transaction: {
      listTransactions: list('transactions', ({ simulation }) => ({
        items: simulation.book.transactions,
        dateOf: (trade) => trade.tradeDate,
      })),
    },
    cash: {
      listCashMovements: listBooked('cashMovements', (book) => book.cashMovements),
      listTransfers: list('transfers', () => ({ items: [] })),
    },
    dividend: { listDividends: listBooked('dividends', (book) => book.dividends) },
    fee: { listFees: listBooked('fees', (book) => book.fees) },
    corporateAction: {
      listCorporateActions: listBooked('corporateActions', (book) => book.corporateActions),
    },
    health: async () => ({ status: 'ok', metrics: { asOf: exchange.report().asOf } }),
  };
}
