import type {
  CashMovement,
  CashMovementDraft,
  CorporateAction,
  CorporateActionDraft,
  Dividend,
  DividendDraft,
  Fee,
  FeeDraft,
  Position,
  PositionDraft,
  Transaction,
  TransactionDraft,
  Transfer,
  TransferDraft,
} from '../interfaces/index.js';

/** A record without identity, by kind. */
export interface DraftByKind {
  readonly TRANSACTION: TransactionDraft;
  readonly CASH_MOVEMENT: CashMovementDraft;
  readonly TRANSFER: TransferDraft;
  readonly DIVIDEND: DividendDraft;
  readonly FEE: FeeDraft;
  readonly CORPORATE_ACTION: CorporateActionDraft;
  readonly POSITION: PositionDraft;
}

/** A canonical record, by kind. */
export interface RecordByKind {
  readonly TRANSACTION: Transaction;
  readonly CASH_MOVEMENT: CashMovement;
  readonly TRANSFER: Transfer;
  readonly DIVIDEND: Dividend;
  readonly FEE: Fee;
  readonly CORPORATE_ACTION: CorporateAction;
  readonly POSITION: Position;
}
