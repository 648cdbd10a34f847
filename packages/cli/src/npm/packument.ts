import { printable } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { z } from 'zod';

/** What a registry says of a package: https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
const Packument = z.object({
  'dist-tags': z.record(z.string(), z.string()),
  versions: z.record(z.string(), z.unknown()),
});

const Release = z.object({
  name: z.string(),
  version: z.string(),
  /** Where a plugin has its manifest. */
  bourse: z.string().optional(),
  deprecated: z.string().optional().catch(undefined),
  dist: z.object({
    tarball: z.string(),
    integrity: z.string().optional(),
    attestations: z.object({ url: z.string() }).optional().catch(undefined),
  }),
});

export type Packument = z.infer<typeof Packument>;
export type Release = z.infer<typeof Release>;

/** @throws ProblemError MALFORMED_RESPONSE */
export function parsePackument(bytes: Uint8Array, name: string): Packument {
  const parsed = Packument.safeParse(parseJson(bytes));
  if (parsed.success) return parsed.data;
  throw malformed(name);
}

/** What the registry says of one version. @throws ProblemError MALFORMED_RESPONSE */
export function releaseOf({ versions }: Packument, name: string, version: string): Release {
  const parsed = Release.safeParse(versions[version]);
  if (parsed.success && parsed.data.name === name && parsed.data.version === version) return parsed.data;
  throw malformed(`${name} ${version}`);
}

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function malformed(what: string): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `What the registry says of ${printable(what)} cannot be understood.`,
    remedy: 'Check what "npm config get registry" says.',
  });
}
