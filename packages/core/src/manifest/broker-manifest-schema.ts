import { z } from 'zod';
import { LabelSchema, TextSchema } from '../interfaces/values/schemas.js';

const labels = z.array(LabelSchema).max(1000).optional();

/** The `plugin_manifest.json` with `plugin` and `entry_points`. Fields that it does not name are let through. */
export const BrokerManifestSchema = z.looseObject({
  plugin: z.looseObject({
    name: LabelSchema,
    version: LabelSchema,
    type: LabelSchema,
    display_name: LabelSchema.optional(),
    description: TextSchema.optional(),
    author: LabelSchema.optional(),
    license: LabelSchema.optional(),
    homepage: TextSchema.optional(),
  }),
  api: z.looseObject({
    min_version: LabelSchema.optional(),
    max_version: LabelSchema.optional(),
    interfaces: labels,
  }),
  dependencies: z
    .object({
      python: LabelSchema.optional(),
      plugin_dependencies: z.record(LabelSchema, TextSchema).optional(),
    })
    .catchall(TextSchema)
    .optional(),
  capabilities: z
    .looseObject({
      services: labels,
      features: labels,
      supported_markets: labels,
      supported_currencies: labels,
    })
    .optional(),
  configuration: z
    .looseObject({
      config_class: TextSchema.optional(),
      required_credentials: labels,
      optional_settings: labels,
    })
    .optional(),
  services: z.record(LabelSchema, TextSchema).optional(),
  entry_points: z.record(LabelSchema, TextSchema).optional(),
});

export type BrokerManifest = z.infer<typeof BrokerManifestSchema>;
