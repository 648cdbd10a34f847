import { z } from 'zod';
import {
  CurrencySchema,
  InstantSchema,
  LabelSchema,
  MoneySchema,
  PeriodSchema,
  RowsSchema,
} from '../values/schemas.js';

/**
 * An account as one statement or one answer shows it. The same account may appear several times in a file with
 * other periods.
 */
export const AccountSchema = z.strictObject({
  id: LabelSchema,
  name: LabelSchema.optional(),
  baseCurrency: CurrencySchema.optional(),
  type: LabelSchema.optional(),
  period: PeriodSchema.optional(),
  /** Booked cash before the first record of the period, one entry for each currency. */
  openingCash: z.array(MoneySchema).optional(),
  /** Booked cash after the last record of the period, one entry for each currency. */
  cash: z.array(MoneySchema).optional(),
  settledCash: z.array(MoneySchema).optional(),
  /** All currencies in the base currency. Never part of `cash`. */
  cashTotal: MoneySchema.optional(),
  equity: MoneySchema.optional(),
  buyingPower: MoneySchema.optional(),
  asOf: z.union([InstantSchema, PeriodSchema.shape.to]).optional(),
  source: z.strictObject({ section: LabelSchema.optional(), rows: RowsSchema.optional() }).optional(),
});

export type Account = z.infer<typeof AccountSchema>;
