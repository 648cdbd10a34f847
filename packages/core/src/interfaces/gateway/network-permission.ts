import { z } from 'zod';
import { LabelSchema, TextSchema } from '../values/schemas.js';
import { CaptureSchema } from './capture.js';
import { GatewayNameSchema } from './credential-declaration.js';

/** What a request may be: one that reads, or one that can move money or place an order. */
export const NETWORK_ACCESSES = ['read', 'trade'] as const;

/**
 * An origin that a permission may name: `https://host`, `wss://host`, each with a port where it is not 443, or
 * `loopback:<port>` for a gateway of the institution on the user's own machine. Hosts are lower-case ASCII names with a
 * dot, never addresses.
 */
const ORIGIN_PATTERN =
  /^(?:(?:https|wss):\/\/(?=[a-z0-9.-]{4,253}(?::|$))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9](?::[1-9]\d{0,4})?|loopback:[1-9]\d{0,4})$/;

/**
 * Tells requests of one path apart by one member: of the JSON body or a WebSocket frame (a JSON pointer), of the form
 * body or of the query (a name). A request in which the member is missing, stands twice or has another value does not
 * match.
 */
export const DiscriminatorSchema = z.strictObject({
  in: z.enum(['json', 'form', 'query', 'frame']),
  member: LabelSchema,
  values: z.array(LabelSchema).min(1).max(64),
});

/**
 * One right to reach an origin. A WebSocket permission has a `wss:` origin and the method GET; each frame that the plugin
 * sends must match the discriminator of one permission for the path of the socket, or of one without any.
 */
export const NetworkPermissionSchema = z.strictObject({
  origin: z.string().regex(ORIGIN_PATTERN),
  methods: z
    .array(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']))
    .min(1)
    .max(6),
  /** Literal segments, `*` for one segment and a final `**` for the rest. */
  paths: z.array(TextSchema).min(1).max(64),
  when: DiscriminatorSchema.optional(),
  access: z.enum(NETWORK_ACCESSES),
  /** Credentials and captures that the gateway may place toward this origin. */
  credentials: z.array(GatewayNameSchema).max(16).optional(),
  /** What is placed into each request, by name in `schemes`. */
  scheme: GatewayNameSchema.optional(),
  /** What is taken out of the answers and kept by the host, blanked for the plugin. */
  captures: z.array(CaptureSchema).max(16).optional(),
  /** Requests per minute that the institution allows toward this origin. Default: the largest of its other permissions, else 600. */
  perMinute: z.int().min(1).max(100_000).optional(),
  why: TextSchema,
});

/** The quota of a plugin's storage, for example `1MiB`. */
export const StorageQuotaSchema = z.string().regex(/^[1-9]\d{0,3}(KiB|MiB)$/);

/** One of `NETWORK_ACCESSES`. */
export type NetworkAccess = (typeof NETWORK_ACCESSES)[number];
export type Discriminator = z.infer<typeof DiscriminatorSchema>;
export type NetworkPermission = z.infer<typeof NetworkPermissionSchema>;
