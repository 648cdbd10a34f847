import { z } from 'zod';
import { LabelSchema, MoneySchema, RowsSchema, TextSchema } from '../values/schemas.js';

/** Rows that were read but not understood. */
export const UnclassifiedSchema = z.strictObject({ rows: RowsSchema, text: TextSchema, reason: TextSchema });

/** Rows that repeat other rows, or change neither cash nor positions. */
export const IgnoredSchema = z.strictObject({
  reason: LabelSchema,
  rows: RowsSchema,
  /** Money of these rows that no other row repeats; for each reason and currency it has to net to zero over the file. */
  money: z.array(MoneySchema).optional(),
});

export type Unclassified = z.infer<typeof UnclassifiedSchema>;
export type Ignored = z.infer<typeof IgnoredSchema>;
