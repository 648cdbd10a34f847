import { z } from 'zod';
import { LabelSchema } from '../values/schemas.js';

/** The largest file that a signature may allow, in bytes. */
export const STATEMENT_MAX_BYTES = 1_000_000_000;

/**
 * How the host recognises a plugin's statement files without running it. A file matches when it has the extension and
 * every token stands in one line of its head: as a whole cell in `csv` files (quotes and spaces around it do not
 * count), anywhere in the head of other files. Upper and lower case count.
 * Several signatures may share a format, for example one for each language.
 */
export const StatementSignatureSchema = z.strictObject({
  format: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
  title: LabelSchema.optional(),
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
  headerTokens: z.array(LabelSchema).min(1).max(32),
  maxBytes: z.int().min(1).max(STATEMENT_MAX_BYTES),
});

export type StatementSignature = z.infer<typeof StatementSignatureSchema>;
