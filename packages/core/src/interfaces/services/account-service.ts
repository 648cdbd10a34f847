import type { Account } from '../records/account.js';
import type { ListQuery, Page } from './page.js';

/** The accounts behind a login, with their cash. */
export interface AccountService {
  listAccounts(query: ListQuery): Promise<Page<Account>>;
}
