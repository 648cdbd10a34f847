import { z } from 'zod';
import { InstantSchema, LabelSchema, RowsSchema, TextSchema } from '../values/schemas.js';
import { PROBLEM_CODES, type ProblemCode } from './problem-code.js';
import { RETRIES } from './retry.js';

/** Where in the input a problem is. */
export const ProblemPlaceSchema = z.strictObject({
  file: TextSchema.optional(),
  /** Ordinals of rows, the first data row being 1. */
  rows: RowsSchema.optional(),
  /** Line numbers in the file as an editor shows them, the first line being 1. */
  lines: RowsSchema.optional(),
  column: LabelSchema.optional(),
  /** Path inside a JSON or XML document. */
  path: TextSchema.optional(),
});

const codes = Object.keys(PROBLEM_CODES) as [ProblemCode, ...ProblemCode[]];

/** Something that went wrong or needs a look, with a stable code, a place and a way out. */
export const ProblemSchema = z.strictObject({
  code: z.enum(codes),
  message: TextSchema,
  remedy: TextSchema.optional(),
  retry: z.enum(RETRIES),
  retryAt: InstantSchema.optional(),
  place: ProblemPlaceSchema.optional(),
});

/** A problem as a plugin reports it; the registry gives what it leaves out. Under a code of the host it becomes PLUGIN_FAILED. */
export const ProblemDraftSchema = ProblemSchema.partial({ retry: true });

export type ProblemPlace = z.infer<typeof ProblemPlaceSchema>;
export type Problem = z.infer<typeof ProblemSchema>;
export type ProblemDraft = z.infer<typeof ProblemDraftSchema>;
