import { z } from 'zod';
import { LabelSchema, TextSchema } from '../values/schemas.js';

/** The most metrics of one report: each is stored with every check. */
export const HEALTH_MAX_METRICS = 50;

/** What a plugin says of its own health. Metrics may be text; text is shown and never compared. */
export const HealthReportSchema = z.strictObject({
  status: z.enum(['ok', 'degraded', 'failing']),
  message: TextSchema.optional(),
  metrics: z
    .record(LabelSchema, z.union([z.number(), LabelSchema]))
    .refine((metrics) => Object.keys(metrics).length <= HEALTH_MAX_METRICS, {
      error: `must not have more than ${HEALTH_MAX_METRICS} metrics`,
    })
    .optional(),
});

export type HealthReport = z.infer<typeof HealthReportSchema>;

/** A plugin's own health call. */
export type HealthCheck = () => Promise<HealthReport>;
