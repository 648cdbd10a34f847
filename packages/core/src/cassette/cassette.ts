import { z } from 'zod';
import { ProblemError, ProblemSchema } from '../interfaces/index.js';
import { RecordedBytesSchema, RecordedMessageSchema } from './recorded-bytes.js';

const HeadersSchema = z.array(z.tuple([z.string(), z.string()]).readonly()).readonly();
const ClosingSchema = z.strictObject({ code: z.int(), reason: z.string() });

/** A request as the plugin wrote it: what the gateway placed into it is not there. */
const RecordedRequestSchema = z.strictObject({
  method: z.string(),
  url: z.string(),
  headers: HeadersSchema,
  body: RecordedBytesSchema.optional(),
});

/** An answer as the plugin got it: searched for secrets already. */
const RecordedAnswerSchema = z.strictObject({
  status: z.int(),
  headers: HeadersSchema,
  /** Where it came from, where the gateway said so. */
  url: z.string().optional(),
  /** In the pieces in which it came. */
  body: z.array(RecordedBytesSchema),
  /** Why it ended before its end. */
  problem: ProblemSchema.optional(),
});

const RequestExchangeSchema = z.strictObject({
  kind: z.literal('request'),
  request: RecordedRequestSchema,
  answer: RecordedAnswerSchema.optional(),
  /** Why there is no answer. */
  problem: ProblemSchema.optional(),
});

const SocketExchangeSchema = z.strictObject({
  kind: z.literal('socket'),
  request: z.strictObject({ url: z.string(), protocols: z.array(z.string()).readonly() }),
  /** The subprotocol that was chosen; absent where the socket did not open. */
  protocol: z.string().optional(),
  events: z.array(
    z.union([
      z.strictObject({ sent: RecordedMessageSchema }),
      z.strictObject({ received: RecordedMessageSchema }),
      /** By the plugin. */
      z.strictObject({ close: z.strictObject({ code: z.int().optional(), reason: z.string().optional() }) }),
    ]),
  ),
  closed: ClosingSchema.optional(),
  problem: ProblemSchema.optional(),
});

/** What one plugin asked the network in one run, and what it got, with the clock and the chance of that run. */
export const CassetteSchema = z.strictObject({
  version: z.literal(1),
  plugin: z.strictObject({ id: z.string(), version: z.string() }),
  /** 32 bytes in hexadecimal from which all randomness of the run came. */
  seed: z.string().regex(/^[0-9a-f]{64}$/),
  /**
   * What the clock said, in milliseconds since 1970, by how much had come from the network by then: heads, pieces and
   * ends of answers, messages and ends of sockets.
   */
  clock: z.array(z.strictObject({ after: z.int().min(0), readings: z.array(z.number()).min(1) })),
  /** In the order in which they were asked for. */
  exchanges: z.array(z.discriminatedUnion('kind', [RequestExchangeSchema, SocketExchangeSchema])),
});

export type Cassette = z.infer<typeof CassetteSchema>;
export type RequestExchange = z.infer<typeof RequestExchangeSchema>;
export type SocketExchange = z.infer<typeof SocketExchangeSchema>;
export type RecordedRequest = z.infer<typeof RecordedRequestSchema>;

/**
 * Reads the text of a cassette, as JSON.
 *
 * @throws ProblemError CASSETTE_INVALID
 */
export function parseCassette(text: string): Cassette {
  try {
    return CassetteSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ProblemError(
      { code: 'CASSETTE_INVALID', message: 'This is no cassette of version 1.' },
      { cause },
    );
  }
}
