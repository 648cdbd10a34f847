import type { ServiceName } from '../../interfaces/index.js';

/** One list of records that a service gives. */
export interface ServiceList {
  /** The list of a statement that its items belong to; also what it is called. */
  readonly name: string;
  readonly service: ServiceName;
  readonly method: string;
  /** Whether it tells of now, so that it is asked for as a whole each time. */
  readonly isSnapshot: boolean;
}

const list = (name: string, service: ServiceName, method: string, isSnapshot = false): ServiceList => ({
  name,
  service,
  method,
  isSnapshot,
});

/** The lists of all services, in the order in which they are asked for. */
export const SERVICE_LISTS: readonly ServiceList[] = [
  list('accounts', 'account', 'listAccounts', true),
  list('transactions', 'transaction', 'listTransactions'),
  list('cashMovements', 'cash', 'listCashMovements'),
  list('transfers', 'cash', 'listTransfers'),
  list('dividends', 'dividend', 'listDividends'),
  list('fees', 'fee', 'listFees'),
  list('corporateActions', 'corporateAction', 'listCorporateActions'),
  list('positions', 'portfolio', 'listPositions', true),
  list('fxRates', 'rates', 'listFxRates'),
];
