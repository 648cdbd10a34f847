import { z } from 'zod';
import type { Bar } from '../records/bar.js';
import { InstrumentSchema } from '../records/instrument.js';
import { InstantSchema } from '../values/schemas.js';
import type { Page } from './page.js';

/** An ISO 8601 duration of one unit, such as `PT1M`, `PT1H`, `P1D`, `P1W`, `P1M`. */
const INTERVAL_PATTERN = /^P(?:[1-9]\d{0,2}[DWMY]|T[1-9]\d{0,2}[HMS])$/;

/** Which bars are asked for: those that start in `from` and before `to`. */
export const BarsRequestSchema = z.strictObject({
  instrument: InstrumentSchema,
  /** One that the institution does not have is INVALID_REQUEST. */
  interval: z.string().regex(INTERVAL_PATTERN),
  from: InstantSchema,
  to: InstantSchema,
  /** Prices before splits and dividends as if they had been then what they are now. Default: as they were. */
  adjusted: z.boolean().optional(),
  /** From the former page; opaque, at most 1 KB, good for the same request only. */
  cursor: z.string().max(1024).optional(),
});

export type BarsRequest = z.infer<typeof BarsRequestSchema>;

/** Prices of the past, oldest first, over all pages. */
export interface HistoryService {
  listBars(request: BarsRequest): Promise<Omit<Page<Bar>, 'unclassified'>>;
}
