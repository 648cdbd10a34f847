import { z } from 'zod';

/** Text that is no more than a name: an id, a pattern of a path, a code. Nothing that a body could hide in. */
const NAME_LENGTH = 1_024;
const Name = z.string().max(NAME_LENGTH);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

/** Some names. Entries are checked before every request, and what the schemas of lists make beside that costs more than the check. */
const names = (most: number): z.ZodType<readonly string[], readonly string[]> =>
  z.custom<readonly string[]>(
    (value) =>
      Array.isArray(value) &&
      value.length <= most &&
      value.every((name) => typeof name === 'string' && name.length <= NAME_LENGTH),
  );

/** Whom an entry is about, as far as it is about one. */
const about = { plugin: Name.optional(), connection: Name.optional() };

const Request = {
  ...about,
  /** Tells which entry of the end belongs to it. */
  exchange: Name,
  method: Name,
  origin: Name,
  /** The pattern that allowed the path, never the path itself. */
  pattern: z.string().max(4_096),
  permission: Name,
  /** Names of the credentials and captures that were placed or used. */
  credentials: names(64),
  /** Of the body before secrets were placed into it. */
  requestBytes: Count,
  requestHash: Sha256,
  isDevelopment: z.boolean(),
};

/**
 * What is written down. Each kind has its fields and no other, and none of them for a body or a secret: what a caller
 * adds by mistake is refused.
 */
export const AuditEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request'), ...Request }),
  z.strictObject({ kind: z.literal('socket'), ...Request }),
  z.strictObject({
    kind: z.literal('requestEnd'),
    ...about,
    exchange: Name,
    status: z.int().optional(),
    answerBytes: Count,
    answerHash: Sha256,
    milliseconds: Count,
    outcome: Name,
  }),
  z.strictObject({
    kind: z.literal('socketEnd'),
    ...about,
    exchange: Name,
    framesOut: Count,
    framesIn: Count,
    bytesOut: Count,
    bytesIn: Count,
    milliseconds: Count,
    outcome: Name,
  }),
  z.strictObject({
    kind: z.literal('refusal'),
    ...about,
    method: Name,
    origin: Name.optional(),
    code: Name,
  }),
  /** A credential that the user gave or changed, or that was removed. */
  z.strictObject({
    kind: z.literal('credential'),
    ...about,
    action: z.enum(['saved', 'removed']),
    name: Name,
  }),
  /** What the user allowed a plugin, or took from it. */
  z.strictObject({
    kind: z.literal('grant'),
    ...about,
    action: z.enum(['granted', 'revoked']),
    digest: Name.optional(),
    permissions: names(256),
  }),
  /** `logIn`, `continueLogIn` or `logOut`, and how it ended. */
  z.strictObject({ kind: z.literal('login'), ...about, action: Name, outcome: Name }),
  z.strictObject({
    kind: z.literal('sync'),
    ...about,
    action: z.enum(['started', 'ended']),
    outcome: Name.optional(),
    records: Count.optional(),
  }),
  z.strictObject({ kind: z.literal('connection'), ...about, action: z.enum(['added', 'forgotten']) }),
  /** A program on this machine that the user trusts from here on, by its certificate. */
  z.strictObject({
    kind: z.literal('program'),
    ...about,
    action: z.literal('trusted'),
    origin: Name,
    port: Count,
    certificate: Name,
  }),
  z.strictObject({
    kind: z.literal('order'),
    ...about,
    action: Name,
    clientOrderId: Name,
    outcome: Name.optional(),
  }),
  /**
   * What this log found of itself before it went on. `torn`: bytes behind the last entry that was confirmed, moved to a
   * file of their own; `missing`: the last entries were not there; `changed`: they were others; `head`: the head in
   * host.db was missing, or not written with the key of this vault.
   */
  z.strictObject({
    kind: z.literal('mend'),
    found: z.enum(['torn', 'missing', 'changed', 'head']),
    bytes: Count,
    movedTo: Name.optional(),
  }),
]);

/** One thing to write down. */
export type AuditEvent = z.input<typeof AuditEventSchema>;

/** What the log adds to an event. */
const ChainSchema = z.looseObject({
  /** 1 for the first entry, then one more each. */
  sequence: z.int().min(1),
  /** When it was asked for; an instant in UTC. */
  at: z.string(),
  /** `hash` of the entry before; zeros for the first. */
  previous: Sha256,
  /** SHA-256 over the canonical JSON (RFC 8785) of the entry without `hash` and `seal`. */
  hash: Sha256,
  /** HMAC-SHA256 over `hash` with a key of the vault. */
  seal: Sha256,
});

/** An entry as it stands in its file, whatever its kind: those of later versions too. */
export type ChainedEntry = z.infer<typeof ChainSchema>;

export type AuditChain = Pick<ChainedEntry, 'sequence' | 'at' | 'previous' | 'hash' | 'seal'>;

/** One entry of a kind that this version knows. */
export type AuditEntry = AuditChain & z.output<typeof AuditEventSchema>;

/** The entry that a line is; undefined where it is none. */
export function parseLine(line: string): ChainedEntry | undefined {
  try {
    return ChainSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Undefined where the kind is unknown. */
export function toAuditEntry({
  sequence,
  at,
  previous,
  hash,
  seal,
  ...rest
}: ChainedEntry): AuditEntry | undefined {
  const event = AuditEventSchema.safeParse(rest);
  return event.success ? { sequence, at, previous, hash, seal, ...event.data } : undefined;
}
