import { z } from 'zod';
import { InstrumentSchema } from '../records/instrument.js';
import { QuoteSchema, type Quote } from '../records/quote.js';
import { QUOTE_MAX_INSTRUMENTS } from '../values/limits.js';

/** Instruments as records or an earlier quote named them. */
export const QuotesRequestSchema = z.strictObject({
  instruments: z.array(InstrumentSchema).min(1).max(QUOTE_MAX_INSTRUMENTS),
});

/** One quote for each instrument that the institution knows, in any order. */
export const QuotesSchema = z.array(QuoteSchema).max(QUOTE_MAX_INSTRUMENTS);

export type QuotesRequest = z.infer<typeof QuotesRequestSchema>;

/** Prices now, or as fresh as the institution gives them. */
export interface QuoteService {
  getQuotes(request: QuotesRequest): Promise<readonly Quote[]>;
}
