import type { AuthoredBrokerServices, PluginContext } from '@bourse/sdk';
import { AccountLists } from './account/account-lists.js';
import { Login } from './authentication/authentication.js';
import { readBookedDays } from './movements/booked-days.js';
import { BookingLists } from './movements/booking-lists.js';
import { DayStore } from './movements/day-store.js';
import { NotUnderstood } from './movements/not-understood.js';
import { PriceHistory } from './prices/history.js';
import { QuoteFeed } from './prices/quotes.js';
import { Products } from './products/products.js';
import { Site } from './site/site.js';

/** What DEGIRO's site tells of an account, and prices. All of it needs contract 1.1 and a login. */
export function createOnlineServices(
  context: Pick<PluginContext<unknown>, 'log' | 'signal' | 'storage'>,
): Omit<AuthoredBrokerServices, 'statement'> {
  const { log, signal } = context;
  const site = new Site(signal);
  const products = new Products(site);
  const notUnderstood = new NotUnderstood(log);
  const days = new DayStore((window) => readBookedDays(window, { site, products, log, notUnderstood }));
  const login = new Login(site, context);
  const quotes = new QuoteFeed(site, products, signal);
  const history = new PriceHistory(site, products, signal);
  const account = new AccountLists(site, products);
  const bookings = new BookingLists(site, products, days);
  return {
    authentication: {
      logIn: () => {
        days.clear();
        return login.logIn();
      },
      continueLogIn: (request) => login.continueLogIn(request),
      logOut: () => login.logOut(),
    },
    account: { listAccounts: (query) => account.listAccounts(query) },
    portfolio: { listPositions: (query) => account.listPositions(query) },
    transaction: { listTransactions: (query) => bookings.list('transactions', query) },
    cash: {
      listCashMovements: (query) => bookings.list('cashMovements', query),
      listTransfers: (query) => bookings.listTransfers(query),
    },
    dividend: { listDividends: (query) => bookings.listDividends(query) },
    fee: { listFees: (query) => bookings.list('fees', query) },
    corporateAction: { listCorporateActions: (query) => bookings.list('corporateActions', query) },
    quote: { getQuotes: (request) => quotes.getQuotes(request) },
    health: async () => notUnderstood.health(),
    history: { listBars: (request) => history.listBars(request) },
  };
}
