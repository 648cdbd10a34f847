import type { ConnectionSummary } from '@bourse/core';
import { simulatedInstitution } from '../entries/simulated.js';
import type { SyncSession } from './sync-options.js';

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
