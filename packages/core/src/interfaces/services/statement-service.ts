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

export type DetectRequest = z.infer<typeof DetectRequestSchema>;
export type DetectAnswer = z.infer<typeof DetectAnswerSchema>;
export type ReadRequest = z.infer<typeof ReadRequestSchema>;

/** A file that a reader is to read. The content arrives as the reader asks for it. */
export interface StatementFile extends ReadRequest {
  readonly content: AsyncIterable<Uint8Array>;
}

/** Reads statement files. */
export interface StatementService {
  detect?(request: DetectRequest): Promise<DetectAnswer>;
  read(file: StatementFile): AsyncIterable<StatementPart>;
}
