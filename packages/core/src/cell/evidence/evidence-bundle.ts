import { z } from 'zod';
import { LOG_LEVELS } from '../../interfaces/enumerations/log-level.js';
import type { JsonValue } from '../channel/json.js';
import { InstantSchema } from '../../interfaces/values/schemas.js';

const JsonSchema: z.ZodType<JsonValue> = z.json();
const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const MillisecondsSchema = z.number().min(0);

/** Input that is not part of the bundle. The sum is over the first `size` bytes, or over the text in UTF-8. */
export const InputDigestSchema = z.strictObject({ sha256: Sha256Schema, size: z.int().min(0) });

/** How a call ended, with a sum over its answers in place of them. */
export const OutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), sha256: Sha256Schema }),
  z.strictObject({ kind: z.literal('stream'), items: z.int().min(0), sha256: Sha256Schema }),
  z.strictObject({ kind: z.literal('problem'), code: z.string(), message: z.string() }),
]);

/** What the host told the cell and what it heard, in order: the same again gives the same again. */
export const EvidenceEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('call'),
    id: z.int(),
    service: z.string(),
    method: z.string(),
    /** Text of files is replaced by `{ "$text": digest }`. */
    input: JsonSchema,
    stream: z.boolean(),
    content: InputDigestSchema.optional(),
    now: MillisecondsSchema,
    outcome: OutcomeSchema.optional(),
    tookMs: MillisecondsSchema.optional(),
  }),
  z.strictObject({ type: z.literal('fire'), timer: z.int(), now: MillisecondsSchema }),
  /** The caller gave up; of a stream it had taken so many items, as far as the cell was told. */
  z.strictObject({ type: z.literal('cancel'), id: z.int(), taken: z.int().min(0), now: MillisecondsSchema }),
  z.strictObject({ type: z.literal('settled'), id: z.int() }),
]);

/** What is known of one life of a cell, enough to run it again. Holds no input and no secret. */
export const EvidenceBundleSchema = z.strictObject({
  version: z.literal(1),
  at: InstantSchema,
  plugin: z.strictObject({ id: z.string(), version: z.string() }),
  apiVersion: z.string(),
  script: InputDigestSchema,
  seed: Sha256Schema,
  limits: z.record(z.string(), z.number()),
  loadedAt: MillisecondsSchema.optional(),
  activatedAt: MillisecondsSchema.optional(),
  settings: z.record(z.string(), JsonSchema),
  connection: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  /**
   * Whether `events` reaches back to the start and holds all that the cell was told; otherwise, as after a request to the
   * network or the storage, a replay may come out differently.
   */
  complete: z.boolean(),
  events: z.array(EvidenceEventSchema),
  log: z.array(z.strictObject({ level: z.enum(LOG_LEVELS), message: z.string() })),
  /** Memory over time. */
  usage: z.array(z.strictObject({ atMs: MillisecondsSchema, rssBytes: z.number() })),
  exit: z.strictObject({ reason: z.string(), detail: z.string(), stack: z.string().optional() }).optional(),
});

export type InputDigest = z.infer<typeof InputDigestSchema>;
export type Outcome = z.infer<typeof OutcomeSchema>;
export type EvidenceEvent = z.infer<typeof EvidenceEventSchema>;
export type CallEvent = Extract<EvidenceEvent, { type: 'call' }>;
export type EvidenceBundle = z.infer<typeof EvidenceBundleSchema>;
