import { z } from 'zod';
import { FxRateSchema } from '../records/fx-rate.js';
import { CalendarDateSchema } from '../values/schemas.js';
import type { Page } from './page.js';

/** Which rates are asked for; both dates belong to the answer. */
export const RatesRequestSchema = z.strictObject({
  since: CalendarDateSchema.optional(),
  until: CalendarDateSchema.optional(),
  /** From the former page; opaque, at most 1 KB, good for the same request only. */
  cursor: z.string().max(1024).optional(),
});

/** A rate of a day, which nobody traded at. A day without rates has none; nothing is filled in. */
export const ReferenceRateSchema = FxRateSchema.omit({ rows: true }).extend({
  source: z.literal('REFERENCE'),
  date: CalendarDateSchema,
});

export type RatesRequest = z.infer<typeof RatesRequestSchema>;
export type ReferenceRate = z.infer<typeof ReferenceRateSchema>;

/** Exchange rates of days, in any order. */
export interface RatesService {
  listFxRates(request: RatesRequest): Promise<Page<ReferenceRate>>;
}
