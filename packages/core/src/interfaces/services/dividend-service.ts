import type { DividendDraft } from '../records/dividend.js';
import type { ListQuery, Page } from './page.js';

/** Dividends that were paid, announced or forecast. */
export interface DividendService {
  listDividends(query: ListQuery): Promise<Page<DividendDraft>>;
}
