import { z } from 'zod';
import { SOURCE_CHANNELS } from '../enumerations/source-channel.js';
import { LabelSchema, RowsSchema } from '../values/schemas.js';

/** Where a record came from, completed by the host. */
export const SourceSchema = z.strictObject({
  /** Whose account it is, from the plugin's manifest; shared by forks of a plugin. */
  institution: LabelSchema,
  /** Absent for a file that was read without a connection. */
  connectionId: LabelSchema.optional(),
  accountId: LabelSchema,
  channel: z.enum(SOURCE_CHANNELS),
  section: LabelSchema.optional(),
  recordId: LabelSchema.optional(),
  rows: RowsSchema.optional(),
});

export type Source = z.infer<typeof SourceSchema>;

/** What a plugin says about where a record came from. */
export const DraftSourceSchema = z.strictObject({
  /** The part of the file or the list of the API in which `recordId` is unique. */
  section: LabelSchema.optional(),
  /** The institution's own id of this booking. Ids of groups (orders, events) are none, placeholders neither. */
  recordId: LabelSchema.optional(),
  /** Tells records apart that one row gave, for example `"fee"`. */
  part: LabelSchema.optional(),
  /** The time as the row prints it, in any notation, normalised so that every language of the same export prints the same. */
  printedTime: LabelSchema.optional(),
  /** Id of the order or event that several rows share. */
  groupId: LabelSchema.optional(),
  /**
   * Number of the statement, where a file holds several. Their periods may overlap: a record without `recordId` that two
   * of them tell is one record, while two equal records of one statement are two.
   */
  statement: LabelSchema.optional(),
  /** Ordinals of the rows that the record was made of; the anchor row first. */
  rows: RowsSchema.optional(),
});

export type DraftSource = z.infer<typeof DraftSourceSchema>;
