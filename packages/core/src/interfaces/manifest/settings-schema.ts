import { z } from 'zod';
import { LabelSchema, TextSchema } from '../values/schemas.js';

const annotations = { title: LabelSchema.optional(), description: TextSchema.optional() };

const StringSettingSchema = z.strictObject({
  type: z.literal('string'),
  ...annotations,
  default: TextSchema.optional(),
  enum: z.array(TextSchema).min(1).max(200).optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(0).max(4096).optional(),
});

const NumberSettingSchema = z.strictObject({
  type: z.enum(['number', 'integer']),
  ...annotations,
  default: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
});

const BooleanSettingSchema = z.strictObject({
  type: z.literal('boolean'),
  ...annotations,
  default: z.boolean().optional(),
});

const ScalarSettingSchema = z.discriminatedUnion('type', [
  StringSettingSchema,
  NumberSettingSchema,
  BooleanSettingSchema,
]);

const ArraySettingSchema = z.strictObject({
  type: z.literal('array'),
  ...annotations,
  default: z
    .array(z.union([TextSchema, z.number(), z.boolean()]))
    .max(1000)
    .optional(),
  items: ScalarSettingSchema,
  minItems: z.int().min(0).optional(),
  maxItems: z.int().min(0).max(1000).optional(),
});

/** One setting of a plugin, as the user is asked for it. */
export const SettingSchema = z.discriminatedUnion('type', [
  StringSettingSchema,
  NumberSettingSchema,
  BooleanSettingSchema,
  ArraySettingSchema,
]);

/**
 * The schema of a plugin's settings: a closed subset of JSON Schema, flat and without regular expressions, so that
 * nothing a plugin wrote is executed by the host.
 */
export const SettingsSchemaSchema = z.strictObject({
  type: z.literal('object'),
  properties: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/), SettingSchema),
  required: z.array(z.string()).optional(),
  additionalProperties: z.literal(false).optional(),
});

export type Setting = z.infer<typeof SettingSchema>;
export type SettingsSchema = z.infer<typeof SettingsSchemaSchema>;

/** Values of settings by name. */
export type Settings = Readonly<
  Record<string, string | number | boolean | readonly (string | number | boolean)[]>
>;
