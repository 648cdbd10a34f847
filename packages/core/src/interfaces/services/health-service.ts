import { z } from 'zod';
import { LabelSchema, TextSchema } from '../values/schemas.js';

/** What a plugin says of its own health. Metrics may be text; text is shown and never compared. */
export const HealthReportSchema = z.strictObject({
  status: z.enum(['ok', 'degraded', 'failing']),
  message: TextSchema.optional(),
  metrics: z.record(LabelSchema, z.union([z.number(), LabelSchema])).optional(),
});

export type HealthReport = z.infer<typeof HealthReportSchema>;

/** A plugin's own health call. */
export type HealthCheck = () => Promise<HealthReport>;
