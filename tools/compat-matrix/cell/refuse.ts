import { join } from 'node:path';
import type { CellJob } from './cell-job.ts';
import type { Core } from './load-core.ts';
import { openHost } from './open-host.ts';

/**
 * The codes with which a core keeps a plugin out that does not claim the contract: asked as if it served nothing else,
 * and as a host where nothing else is in common either.
 */
export async function findRefusals(core: Core, job: CellJob): Promise<string[]> {
  await using host = await openHost(core, job);
  const entry = host.manager.info(job.id);
  if (entry.state === 'rejected' || job.serving !== 'served') return codesOf(entry.findings);
  const narrowed = { ...core.currentEnvironment(), apiVersions: [job.contract] };
  return codesOf(core.inspectPackage(join(job.plugins, job.id), narrowed).findings);
}

function codesOf(findings: readonly { readonly code: string; readonly severity: string }[]): string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
