import { z } from 'zod';
import { LabelSchema, TextSchema } from '../values/schemas.js';

/** A credential that the user gives and the plugin never sees. Served from contract 1.1 on. */
export const CredentialDeclarationSchema = z.strictObject({
  label: LabelSchema,
  secret: z.boolean().optional(),
});

/** One right to reach an origin. Served from contract 1.1 on. */
export const NetworkPermissionSchema = z.strictObject({
  origin: LabelSchema,
  methods: z.array(LabelSchema).min(1).max(8),
  /** Literal segments, `*` for one segment and a final `**` for the rest. */
  paths: z.array(TextSchema).min(1).max(64),
  access: z.enum(['read', 'trade']),
  credentials: z.array(LabelSchema).max(16).optional(),
  scheme: LabelSchema.optional(),
  why: TextSchema,
});

/** The quota of a plugin's storage, for example `1MiB`. Served from contract 1.1 on. */
export const StorageQuotaSchema = z.string().regex(/^[1-9]\d{0,3}(KiB|MiB)$/);

export type CredentialDeclaration = z.infer<typeof CredentialDeclarationSchema>;
export type NetworkPermission = z.infer<typeof NetworkPermissionSchema>;
