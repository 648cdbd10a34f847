import { z } from 'zod';
import { LabelSchema } from '../values/schemas.js';
import { GatewayNameSchema } from './credential-declaration.js';
import { SigningStepSchema } from './signing-step.js';
import { SigningValueSchema } from './signing-value.js';

/**
 * A session id or token in an answer. The host takes it out, keeps it for the connection under its name and gives the
 * plugin a blank in its place; placements then use it as a credential. A later answer replaces it.
 */
export const CaptureSchema = z.strictObject({
  name: GatewayNameSchema,
  /** `json`: a JSON pointer into the body. An answer without it captures nothing. */
  from: z.union([
    z.strictObject({ json: LabelSchema }),
    z.strictObject({ header: LabelSchema }),
    z.strictObject({ cookie: LabelSchema }),
  ]),
  /** Steps over the found value and over those of the request's scheme; without them the value itself is kept. */
  steps: z.array(SigningStepSchema).max(16).optional(),
  /** What is kept, where there are steps. */
  keep: SigningValueSchema.optional(),
  /**
   * How the institution shows that it has come to the same value: a JSON pointer into the same body, and what stands there. An
   * answer without it, or with something else there, ends in AUTH_INVALID, and nothing of it is kept.
   */
  proof: z.strictObject({ json: LabelSchema, equals: SigningValueSchema }).optional(),
  /** Seconds after which the host forgets it; without it, when the host ends or another is captured. */
  lifetime: z.int().min(1).max(31_536_000).optional(),
});

export type Capture = z.infer<typeof CaptureSchema>;
