import type { CashMovementDraft } from '../records/cash-movement.js';
import type { TransferDraft } from '../records/transfer.js';
import type { ListQuery, Page } from './page.js';

/** Money and instruments that moved without a trade. */
export interface CashService {
  listCashMovements(query: ListQuery): Promise<Page<CashMovementDraft>>;
  listTransfers(query: ListQuery): Promise<Page<TransferDraft>>;
}
