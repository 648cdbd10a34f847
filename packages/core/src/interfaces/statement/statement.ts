import { z } from 'zod';
import { AccountSchema } from '../records/account.js';
import { CashMovementSchema } from '../records/cash-movement.js';
import { CorporateActionSchema } from '../records/corporate-action.js';
import { DividendSchema } from '../records/dividend.js';
import { FeeSchema } from '../records/fee.js';
import { FxRateSchema } from '../records/fx-rate.js';
import { PositionSchema } from '../records/position.js';
import { TransactionSchema } from '../records/transaction.js';
import { TransferSchema } from '../records/transfer.js';
import { ProblemSchema } from '../problems/problem.js';
import { InstantSchema, LabelSchema, PeriodSchema } from '../values/schemas.js';
import { IgnoredSchema, UnclassifiedSchema } from './rows.js';

/**
 * Everything that one file says, in canonical form. Each of its rows is in the `source.rows` of a record or account,
 * in the `rows` of a rate, in `unclassified` or in `ignored`.
 */
export const StatementSchema = z.strictObject({
  format: LabelSchema,
  accounts: z.array(AccountSchema),
  period: PeriodSchema.optional(),
  /** When the institution made the file, where it says so; of two statements that disagree the later one holds. */
  generatedAt: InstantSchema.optional(),
  /** Logical records below the header of a CSV file, or leaf elements with attributes of an XML file. */
  rowsTotal: z.int().min(0),
  transactions: z.array(TransactionSchema),
  cashMovements: z.array(CashMovementSchema),
  transfers: z.array(TransferSchema),
  dividends: z.array(DividendSchema),
  fees: z.array(FeeSchema),
  corporateActions: z.array(CorporateActionSchema),
  positions: z.array(PositionSchema),
  fxRates: z.array(FxRateSchema),
  unclassified: z.array(UnclassifiedSchema),
  ignored: z.array(IgnoredSchema),
  problems: z.array(ProblemSchema),
});

export type Statement = z.infer<typeof StatementSchema>;
