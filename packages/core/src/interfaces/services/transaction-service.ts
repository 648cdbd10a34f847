import type { TransactionDraft } from '../records/transaction.js';
import type { ListQuery, Page } from './page.js';

/** Trades, in any order. */
export interface TransactionService {
  listTransactions(query: ListQuery): Promise<Page<TransactionDraft>>;
}
