import type { AcceptedChange } from './rule/accept-changes.ts';

const manifest = { package: 'core', subpath: './interfaces', released: '1.0.0' };
const testing = { package: 'sdk', subpath: './testing', released: '1.0.0' };
const NOT_SERVED = 'Hosts of contract 1.0 refuse every manifest that has this field.';

/** What was accepted for a release stays here when the next one is out. */
export const ACCEPTED_CHANGES: readonly AcceptedChange[] = [
  {
    ...manifest,
    change: 'BuiltManifestSchema: schemes: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;',
    why: NOT_SERVED,
  },
  {
    ...manifest,
    change: 'PluginManifestSchema: schemes: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;',
    why: NOT_SERVED,
  },
  { ...manifest, change: 'NetworkPermissionSchema: methods: z.ZodArray<z.ZodString>;', why: NOT_SERVED },
  {
    ...manifest,
    change: 'NetworkPermissionSchema: methods: z.ZodArray<z.ZodEnum<{',
    why: NOT_SERVED,
  },
  {
    ...testing,
    change: "ListService: export type ListService = Exclude<keyof BrokerServices, 'statement' | 'health'>;",
    why: 'It names the same services; those that are new in 1.1 are no lists.',
  },
  {
    ...testing,
    change: 'MockHost: activate(): Promise<BrokerServices>;',
    why: 'The answer has all that it had, and what data providers offer.',
  },
  {
    ...testing,
    change: 'MockHostOptions: readonly plugin: BrokerPlugin;',
    why: 'Data providers are taken as well.',
  },
];
