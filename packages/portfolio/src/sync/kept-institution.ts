import type { ConnectionSummary } from '@bourse/core';
import type { SyncSession } from './sync-options.js';

/** What simulated records of an institution are kept under, so that they never meet those that are real. */
export function simulatedInstitution(institution: string): string {
  return `${institution} (simulated)`;
}

type Leading = Pick<ConnectionSummary, 'institution' | 'pluginId' | 'environment'>;

/** What the records of a connection are kept under. */
export function institutionOf({ institution, pluginId, environment }: Leading): string {
  const name = institution ?? pluginId;
  return environment === 'development' ? simulatedInstitution(name) : name;
}

/** The same of a connection that is logged in. */
export function keptInstitution({ institution, connection }: SyncSession): string {
  return institutionOf({ ...connection, institution });
}
