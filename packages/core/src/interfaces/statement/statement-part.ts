import { z } from 'zod';
import { AccountSchema } from '../records/account.js';
import { CashMovementDraftSchema } from '../records/cash-movement.js';
import { CorporateActionDraftSchema } from '../records/corporate-action.js';
import { DividendDraftSchema } from '../records/dividend.js';
import { FeeDraftSchema } from '../records/fee.js';
import { FxRateSchema } from '../records/fx-rate.js';
import { PositionDraftSchema } from '../records/position.js';
import { TransactionDraftSchema } from '../records/transaction.js';
import { TransferDraftSchema } from '../records/transfer.js';
import { ProblemDraftSchema } from '../problems/problem.js';
import { PART_MAX_RECORDS } from '../values/limits.js';
import { InstantSchema, PeriodSchema } from '../values/schemas.js';
import { IgnoredSchema, UnclassifiedSchema } from './rows.js';

/**
 * A piece of a statement as a reader yields it. Lists of all parts are joined in the order of the parts; of the
 * single values the last one given holds. `rowsTotal` must be in the last part.
 */
export const StatementPartSchema = z.strictObject({
  accounts: z.array(AccountSchema).max(PART_MAX_RECORDS).optional(),
  period: PeriodSchema.optional(),
  generatedAt: InstantSchema.optional(),
  rowsTotal: z.int().min(0).optional(),
  transactions: z.array(TransactionDraftSchema).max(PART_MAX_RECORDS).optional(),
  cashMovements: z.array(CashMovementDraftSchema).max(PART_MAX_RECORDS).optional(),
  transfers: z.array(TransferDraftSchema).max(PART_MAX_RECORDS).optional(),
  dividends: z.array(DividendDraftSchema).max(PART_MAX_RECORDS).optional(),
  fees: z.array(FeeDraftSchema).max(PART_MAX_RECORDS).optional(),
  corporateActions: z.array(CorporateActionDraftSchema).max(PART_MAX_RECORDS).optional(),
  positions: z.array(PositionDraftSchema).max(PART_MAX_RECORDS).optional(),
  fxRates: z.array(FxRateSchema).max(PART_MAX_RECORDS).optional(),
  unclassified: z.array(UnclassifiedSchema).max(PART_MAX_RECORDS).optional(),
  ignored: z.array(IgnoredSchema).max(PART_MAX_RECORDS).optional(),
  problems: z.array(ProblemDraftSchema).max(PART_MAX_RECORDS).optional(),
});

export type StatementPart = z.infer<typeof StatementPartSchema>;
