import type { FeeDraft } from '../records/fee.js';
import type { ListQuery, Page } from './page.js';

/** Charges apart from trades and dividends. */
export interface FeeService {
  listFees(query: ListQuery): Promise<Page<FeeDraft>>;
}
