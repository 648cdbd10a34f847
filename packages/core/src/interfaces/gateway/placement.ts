import { z } from 'zod';
import { LabelSchema } from '../values/schemas.js';
import { SigningValueSchema } from './signing-value.js';

const value = SigningValueSchema;
/** Without it the member is a string; a number is a whole one of at most 16 digits, such as a time. */
const as = z.literal('number').optional();

/**
 * Where the gateway puts a value into a request. `segment`: the path segment that the plugin wrote as `{name}`;
 * `matrix`: `;name=value` behind the last segment of the path; `json` and `frame`: a JSON pointer into the body or a
 * WebSocket frame, whose last member is made where it is missing; `form`: a field of a form body. What the plugin itself
 * wrote in that place is refused.
 */
export const PlacementSchema = z.union([
  z.strictObject({ header: LabelSchema, value }),
  z.strictObject({ query: LabelSchema, value }),
  z.strictObject({ segment: LabelSchema, value }),
  z.strictObject({ matrix: LabelSchema, value }),
  z.strictObject({ cookie: LabelSchema, value }),
  z.strictObject({ form: LabelSchema, value }),
  z.strictObject({ json: LabelSchema, value, as }),
  z.strictObject({ frame: LabelSchema, value, as }),
]);

export type Placement = z.infer<typeof PlacementSchema>;
