import { hash } from 'node:crypto';
import { ProblemError } from '@bourse/core/interfaces';
import { z } from 'zod';
import { parseJson } from './packument.js';
import type { RegistryClient } from './registry-client.js';

/** Where the registry says that an archive was built; the signatures of the statement are not checked here. */
export interface Provenance {
  readonly repository: string;
  /** Path of the workflow in the repository. */
  readonly workflow: string;
  /** Branch or tag that it was built from. */
  readonly ref: string;
}

const LIMIT = 1024 * 1024;
const SLSA = 'https://slsa.dev/provenance/v1';

const Attestations = z.object({
  attestations: z.array(
    z.object({
      predicateType: z.string(),
      bundle: z.object({ dsseEnvelope: z.object({ payload: z.string() }) }),
    }),
  ),
});

/** https://slsa.dev/spec/v1.0/provenance, as the build of a GitHub workflow states it. */
const Statement = z.object({
  subject: z.array(z.object({ digest: z.object({ sha512: z.string() }) })),
  predicate: z.object({
    buildDefinition: z.object({
      externalParameters: z.object({
        workflow: z.object({ repository: z.string(), path: z.string(), ref: z.string() }),
      }),
    }),
  }),
});

/**
 * Reads where an archive was built; undefined where the registry tells nothing that can be understood.
 *
 * @throws ProblemError INTEGRITY_MISMATCH where it was stated of another archive; REGISTRY_UNAVAILABLE
 */
export async function readProvenance(
  client: RegistryClient,
  url: URL,
  archive: Uint8Array,
  what: string,
): Promise<Provenance | undefined> {
  const wish = { accept: 'application/json', limit: LIMIT, what: `provenance of ${what}` };
  const listed = Attestations.safeParse(parseJson(await client.read(url, wish)));
  const found = listed.data?.attestations.find(({ predicateType }) => predicateType === SLSA);
  if (found === undefined) return undefined;
  const { payload } = found.bundle.dsseEnvelope;
  const statement = Statement.safeParse(parseJson(Buffer.from(payload, 'base64'))).data;
  if (statement === undefined) return undefined;
  const sha512 = hash('sha512', archive, 'hex');
  if (!statement.subject.some(({ digest }) => digest.sha512 === sha512))
    throw new ProblemError({
      code: 'INTEGRITY_MISMATCH',
      message: `The provenance of ${what} is that of another archive.`,
    });
  const { repository, path, ref } = statement.predicate.buildDefinition.externalParameters.workflow;
  return { repository, workflow: path, ref };
}
