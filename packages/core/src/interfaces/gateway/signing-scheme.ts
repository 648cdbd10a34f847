import { z } from 'zod';
import { PlacementSchema } from './placement.js';
import { SigningStepSchema } from './signing-step.js';

/**
 * What the host puts into each request of a permission: first placements that the steps see (`before`), then the steps,
 * then placements of what they made. A placement of `before` may name steps that do not look at the request, such as a
 * nonce that is part of the body; these run first. A plugin never sees a signature, and chooses nothing of it but the
 * request itself.
 */
export const SigningSchemeSchema = z.strictObject({
  before: z.array(PlacementSchema).max(16).optional(),
  steps: z.array(SigningStepSchema).max(32).optional(),
  place: z.array(PlacementSchema).min(1).max(16),
});

export type SigningScheme = z.infer<typeof SigningSchemeSchema>;
