import { z } from 'zod';
import { TextSchema } from '../values/schemas.js';
import { GatewayNameSchema } from './credential-declaration.js';

/**
 * Parts of the very request that is being sent, as they go over the wire. `url`: origin, path and query as the manifest
 * names the origin, also where a development connection leads elsewhere; `urlWithoutQuery`: the same up to the `?`;
 * `pathAndQuery`: path and, where there is one, `?` and the query; `host`: with a port that is not the default one;
 * `body`: the bytes, none where there is no body.
 */
export const REQUEST_PARTS = [
  'method',
  'url',
  'urlWithoutQuery',
  'host',
  'path',
  'pathAndQuery',
  'query',
  'body',
] as const;

/** A value of a recipe: literal text, a credential or capture, a former step, a part of the request, or of the answer. */
export const SigningValueSchema = z.union([
  TextSchema,
  z.strictObject({ credential: GatewayNameSchema }),
  z.strictObject({ capture: GatewayNameSchema }),
  z.strictObject({ step: GatewayNameSchema }),
  z.strictObject({ request: z.enum(REQUEST_PARTS) }),
  /** What was found in the answer; only in the steps of a capture. */
  z.strictObject({ answer: z.literal('value') }),
]);

/** A part of the request that is being sent, as it goes over the wire. */
export type RequestPart = (typeof REQUEST_PARTS)[number];
export type SigningValue = z.infer<typeof SigningValueSchema>;
