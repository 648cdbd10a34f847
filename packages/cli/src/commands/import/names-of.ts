import type { AccountNames, PluginSummary } from '@bourse/core';
import { simulatedInstitution } from '@bourse/portfolio';
import type { Session } from '../../host/session.js';
import type { ImportOptions } from './import-file.js';

/** Whose the records are that a plugin brings without a connection. */
export function namesOf(
  { ledger }: Session,
  plugin: Pick<PluginSummary, 'id' | 'institution'>,
  { simulated = false }: ImportOptions,
): AccountNames {
  const own = plugin.institution ?? plugin.id;
  const institution = simulated ? simulatedInstitution(own) : own;
  return { ...ledger.findAccountNames(institution), institution };
}
