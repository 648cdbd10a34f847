import type { z } from 'zod';
import {
  CashMovementDraftSchema,
  CorporateActionDraftSchema,
  DividendDraftSchema,
  FeeDraftSchema,
  PositionDraftSchema,
  TransactionDraftSchema,
  TransferDraftSchema,
  type RecordKind,
} from '../interfaces/index.js';
import type { DraftByKind } from '../records/record-draft.js';

/** The lists of a statement that hold records, by the kind of their records. */
export const RECORD_LISTS = {
  TRANSACTION: 'transactions',
  CASH_MOVEMENT: 'cashMovements',
  TRANSFER: 'transfers',
  DIVIDEND: 'dividends',
  FEE: 'fees',
  CORPORATE_ACTION: 'corporateActions',
  POSITION: 'positions',
} as const satisfies Record<RecordKind, string>;

export type RecordListName = (typeof RECORD_LISTS)[RecordKind];

/** What a draft of each kind has to look like. */
export const DRAFT_SCHEMAS: { readonly [Kind in RecordKind]: z.ZodType<DraftByKind[Kind]> } = {
  TRANSACTION: TransactionDraftSchema,
  CASH_MOVEMENT: CashMovementDraftSchema,
  TRANSFER: TransferDraftSchema,
  DIVIDEND: DividendDraftSchema,
  FEE: FeeDraftSchema,
  CORPORATE_ACTION: CorporateActionDraftSchema,
  POSITION: PositionDraftSchema,
};
