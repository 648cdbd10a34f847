import { z } from 'zod';
import { FX_RATE_SOURCES } from '../enumerations/fx-rate-source.js';
import { CalendarDateSchema, CurrencySchema, RowsSchema, UnsignedDecimalSchema } from '../values/schemas.js';

/** An exchange rate: 1 unit of `base` = `rate` units of `quote`. */
export const FxRateSchema = z.strictObject({
  base: CurrencySchema,
  quote: CurrencySchema,
  rate: UnsignedDecimalSchema,
  source: z.enum(FX_RATE_SOURCES),
  date: CalendarDateSchema.optional(),
  /** Ordinals of the rows that the rate was read from, where it stands in a statement by itself. */
  rows: RowsSchema.optional(),
});

export type FxRate = z.infer<typeof FxRateSchema>;
