import type { PositionDraft } from '../records/position.js';
import type { ListQuery, Page } from './page.js';

/** What the accounts hold now. A plugin without it says `"portfolio": "derived"` and the host derives positions. */
export interface PortfolioService {
  listPositions(query: ListQuery): Promise<Page<PositionDraft>>;
}
