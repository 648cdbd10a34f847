import { z } from 'zod';
import type { StatementPart } from '../statement/statement-part.js';
import { LabelSchema, TextSchema } from '../values/schemas.js';

/** What `detect` is asked: the name of a file and its first bytes as text, undecodable bytes replaced. */
export const DetectRequestSchema = z.strictObject({ name: TextSchema, head: z.string().max(65_536) });

/** The format that `detect` recognises, among the plugin's own ones; absent when it recognises none. */
export const DetectAnswerSchema = z.strictObject({ format: LabelSchema.optional() });

/** A file that a reader is to read, without its content. */
export const ReadRequestSchema = z.strictObject({
  format: LabelSchema,
  name: TextSchema,
  /** Bytes. */
  size: z.int().min(0),
});

/** What `fetch` is asked: all that the user has set up with the institution. */
export const FetchRequestSchema = z.strictObject({});

export type DetectRequest = z.infer<typeof DetectRequestSchema>;
export type DetectAnswer = z.infer<typeof DetectAnswerSchema>;
export type ReadRequest = z.infer<typeof ReadRequestSchema>;
export type FetchRequest = z.infer<typeof FetchRequestSchema>;

/** A file that a reader is to read. The content arrives as the reader asks for it. */
export interface StatementFile extends ReadRequest {
  readonly content: AsyncIterable<Uint8Array>;
}

/** Reads statements. */
export interface StatementService {
  detect?(request: DetectRequest): Promise<DetectAnswer>;
  read(file: StatementFile): AsyncIterable<StatementPart>;
  /**
   * Has the institution make a statement and reads it as it arrives, so that it gives the same records as the file that
   * the user would have downloaded. Contract 1.1.
   */
  fetch?(request: FetchRequest): AsyncIterable<StatementPart>;
}
