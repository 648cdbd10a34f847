import { z } from 'zod';
import { QUOTE_DELAYS } from '../enumerations/quote-delay.js';
import { CurrencySchema, DecimalSchema, InstantSchema } from '../values/schemas.js';
import { InstrumentSchema } from './instrument.js';

/** Prices of one instrument at one moment, in `currency`. */
export const QuoteSchema = z.strictObject({
  instrument: InstrumentSchema,
  bid: DecimalSchema.optional(),
  ask: DecimalSchema.optional(),
  last: DecimalSchema.optional(),
  previousClose: DecimalSchema.optional(),
  currency: CurrencySchema,
  at: InstantSchema,
  delay: z.enum(QUOTE_DELAYS),
});

export type Quote = z.infer<typeof QuoteSchema>;
