import type { AuthoredBrokerServices } from '@bourse/sdk';
import { OnlineAccount } from './online-account.js';

/** The lists that plugin.json declares, over one account. */
export function createLists(): AuthoredBrokerServices {
  const account = new OnlineAccount();
  return {
    account: { listAccounts: (query) => account.listAccounts(query) },
    portfolio: { listPositions: (query) => account.listPositions(query) },
    transaction: { listTransactions: (query) => account.listTransactions(query) },
    cash: {
      listCashMovements: (query) => account.listCashMovements(query),
      // The institution moves no securities from and to other accounts.
      listTransfers: (query) => account.listNothing(query),
    },
    fee: { listFees: (query) => account.listFees(query) },
  };
}
