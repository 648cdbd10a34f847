import type { CorporateActionDraft } from '../records/corporate-action.js';
import type { ListQuery, Page } from './page.js';

/** What issuers did to the instruments held. */
export interface CorporateActionService {
  listCorporateActions(query: ListQuery): Promise<Page<CorporateActionDraft>>;
}
