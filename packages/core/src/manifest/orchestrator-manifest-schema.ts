import { z } from 'zod';
import { LabelSchema, TextSchema } from '../interfaces/values/schemas.js';

const labels = z.array(LabelSchema).max(1000).optional();
const values = z.union([TextSchema, z.number(), z.boolean()]);

/** One entry of `configuration.parameters`. */
const ParameterSchema = z.looseObject({
  type: LabelSchema,
  default: z.union([values, z.array(values).max(1000), z.null()]).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  item_type: LabelSchema.optional(),
  description: TextSchema.optional(),
});

/** The `plugin_manifest.json` with `plugin_info` and `compatibility`. Fields that it does not name are let through. */
export const OrchestratorManifestSchema = z.looseObject({
  manifest_version: LabelSchema.optional(),
  plugin_info: z.looseObject({
    name: LabelSchema,
    version: LabelSchema,
    type: LabelSchema.optional(),
    category: LabelSchema.optional(),
    display_name: LabelSchema.optional(),
    description: TextSchema.optional(),
    author: z
      .union([
        LabelSchema,
        z.looseObject({
          name: LabelSchema.optional(),
          email: LabelSchema.optional(),
          website: LabelSchema.optional(),
        }),
      ])
      .optional(),
    license: LabelSchema.optional(),
    homepage: TextSchema.optional(),
    repository: TextSchema.optional(),
    keywords: labels,
  }),
  compatibility: z.looseObject({
    min_platform_version: LabelSchema.optional(),
    max_platform_version: LabelSchema.optional(),
    python_version: LabelSchema.optional(),
    supported_oses: labels,
  }),
  dependencies: z.looseObject({ required: labels, optional: labels }).optional(),
  configuration: z.looseObject({ parameters: z.record(LabelSchema, ParameterSchema).optional() }),
  permissions: z.looseObject({ required: labels, optional: labels }).optional(),
  security: z
    .looseObject({
      checksum: TextSchema.optional(),
      signature: TextSchema.optional(),
      trusted_publisher: z.boolean().optional(),
    })
    .optional(),
});

export type OrchestratorManifest = z.infer<typeof OrchestratorManifestSchema>;
export type OrchestratorParameter = z.infer<typeof ParameterSchema>;
