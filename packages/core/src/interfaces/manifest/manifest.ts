import { z } from 'zod';
import { OPERATING_SYSTEMS } from '../enumerations/operating-system.js';
import { PLUGIN_TYPES } from '../enumerations/plugin-type.js';
import { CredentialDeclarationSchema, GatewayNameSchema } from '../gateway/credential-declaration.js';
import { NetworkPermissionSchema, StorageQuotaSchema } from '../gateway/network-permission.js';
import { SigningSchemeSchema } from '../gateway/signing-scheme.js';
import { CurrencySchema, LabelSchema, TextSchema } from '../values/schemas.js';
import { SettingsSchemaSchema } from './settings-schema.js';
import { StatementSignatureSchema } from './statement-signature.js';

/** ASCII kebab-case, 2 to 64 characters. */
export const PluginIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .min(2)
  .max(64);

/** A path below the package, written with slashes. */
export const PackagePathSchema = z.string().min(1).max(256);

/** `sha256:` and 64 hexadecimal digits. */
export const DigestSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** What the author writes: `plugin.json`, beside package.json. */
export const PluginManifestSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Equals the package name without its prefix: `@acme/plugin-broker` and `bourse-plugin-broker` are both `broker`. */
  id: PluginIdSchema,
  type: z.enum(PLUGIN_TYPES),
  /** Whose accounts these are. Part of every record's identity and shared by forks, so it must never change. */
  institution: LabelSchema.optional(),
  /** Contract versions that the plugin was built for and claims, as a semver range. */
  api: LabelSchema,
  /** The bundled script. */
  main: PackagePathSchema,
  services: z.array(LabelSchema).max(32),
  /** `reported`: the plugin offers the portfolio service; `derived`: the host derives positions from the records. */
  portfolio: z.enum(['reported', 'derived']).optional(),
  features: z.array(LabelSchema).max(64).optional(),
  /** ISO 10383 codes. */
  markets: z
    .array(z.string().regex(/^[A-Z0-9]{4}$/))
    .max(1000)
    .optional(),
  currencies: z.array(CurrencySchema).max(300).optional(),
  statements: z.array(StatementSignatureSchema).max(64).optional(),
  credentials: z.record(GatewayNameSchema, CredentialDeclarationSchema).optional(),
  network: z.array(NetworkPermissionSchema).max(64).optional(),
  /** What the gateway puts into requests, by name. */
  schemes: z.record(GatewayNameSchema, SigningSchemeSchema).optional(),
  storage: StorageQuotaSchema.optional(),
  /** Other plugins that this one depends on: id and semver range. */
  plugins: z.record(PluginIdSchema, LabelSchema).optional(),
  os: z.array(z.enum(OPERATING_SYSTEMS)).optional(),
  /** Further files of the package that go into the store. */
  assets: z.array(PackagePathSchema).max(256).optional(),
  termsNotice: TextSchema.optional(),
});

/**
 * What `bourse-plugin build` makes: `dist/manifest.json`. Holds the digest of every file of the plugin, so the digest
 * of this file's own bytes stands for the plugin as a whole. Paths are relative to the folder of package.json.
 */
export const BuiltManifestSchema = PluginManifestSchema.extend({
  /** The package name. */
  name: LabelSchema,
  version: LabelSchema,
  description: TextSchema.optional(),
  author: LabelSchema.optional(),
  license: LabelSchema.optional(),
  homepage: TextSchema.optional(),
  repository: TextSchema.optional(),
  settings: SettingsSchemaSchema.optional(),
  /** Digest of the script, its source map and each asset, by path. */
  files: z.record(PackagePathSchema, DigestSchema),
  /** The version of the sdk that built it. */
  builtWith: LabelSchema.optional(),
});

export type PluginManifest = z.infer<typeof PluginManifestSchema>;
export type BuiltManifest = z.infer<typeof BuiltManifestSchema>;
