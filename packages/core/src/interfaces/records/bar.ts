import { z } from 'zod';
import { InstantSchema } from '../values/schemas.js';

/** Prices over one interval, oldest first in lists. Market data may be float64; money may not. */
export const BarSchema = z.strictObject({
  start: InstantSchema,
  open: z.number(),
  high: z.number(),
  low: z.number(),
  close: z.number(),
  volume: z.number().optional(),
});

export type Bar = z.infer<typeof BarSchema>;
