import { z } from 'zod';
import { LabelSchema, TextSchema } from '../values/schemas.js';
import { DraftSourceSchema, SourceSchema } from './source.js';

/** The source's own text of a row, cell by cell, as it was before anything was read from it. */
export const RawRowSchema = z.record(LabelSchema, TextSchema);

export type RawRow = z.infer<typeof RawRowSchema>;

/** Fields that the host adds to every record. */
export const recordShape = {
  /** Stable across files, imports and forks of a plugin: hash of institution, account, kind and key. */
  id: z.string().min(1),
  /** Equal for two records that tell of the same event through different channels. */
  fingerprint: z.string().min(1),
  source: SourceSchema,
  /** Equal for the records of one event, such as the two legs of a currency conversion. */
  linkId: z.string().min(1).optional(),
  /** The id of the record that this one takes back. */
  reverses: z.string().min(1).optional(),
  /** Names of the fields that the reader computed because the source does not print them. */
  derived: z.array(LabelSchema).max(32).optional(),
  /** One map for each row of `source.rows`; at most 8 KB together. Never in logs, evidence or cassettes. */
  raw: z.array(RawRowSchema).optional(),
};

/** Fields of a record that has no identity yet, as a plugin reports it. */
export const draftShape = {
  source: DraftSourceSchema,
  /** Any text that is equal for the records of one event and the same in every export of it. */
  linkId: LabelSchema.optional(),
  /** The institution's id of the booking that this record takes back. */
  reverses: z
    .strictObject({ section: LabelSchema.optional(), recordId: LabelSchema, part: LabelSchema.optional() })
    .optional(),
  derived: recordShape.derived,
  raw: recordShape.raw,
};
