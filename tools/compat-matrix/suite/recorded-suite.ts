import { z } from 'zod';

const StatementItemSchema = z.strictObject({
  kind: z.literal('statement'),
  name: z.string(),
  since: z.string(),
  format: z.string(),
  /** The bytes of the file, in base64. */
  content: z.string(),
});

const StepSchema = z.strictObject({
  service: z.string(),
  method: z.string(),
  request: z.record(z.string(), z.unknown()),
});

const SessionItemSchema = z.strictObject({
  kind: z.literal('session'),
  name: z.string(),
  since: z.string(),
  settings: z.record(z.string(), z.unknown()),
  /** What the plugin asked the network, as a core recorded it; absent where it asks nothing. */
  cassette: z.unknown().optional(),
  /** What is asked, in the words of contract 1.x. */
  steps: z.array(StepSchema),
  /** Whether all lists are read at the end. */
  reads: z.boolean(),
});

/** Something that a plugin is given, on any core: a file to read, or questions. */
export const SuiteItemSchema = z.discriminatedUnion('kind', [StatementItemSchema, SessionItemSchema]);

/** What one version of a plugin is given, and what it made of it when this was recorded. */
export const RecordedSuiteSchema = z.strictObject({
  plugin: z.strictObject({ id: z.string(), version: z.string() }),
  /** The present while it was recorded and whenever it is run, in milliseconds since 1970. */
  now: z.number(),
  items: z.array(SuiteItemSchema),
  /** By name of the item: statements, and answers in the words of contract 1.x. */
  expected: z.record(z.string(), z.array(z.unknown())),
});

export type SuiteItem = z.infer<typeof SuiteItemSchema>;
export type SessionItem = z.infer<typeof SessionItemSchema>;
export type StatementItem = z.infer<typeof StatementItemSchema>;
export type SuiteStep = z.infer<typeof StepSchema>;
export type RecordedSuite = z.infer<typeof RecordedSuiteSchema>;
