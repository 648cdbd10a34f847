import { ProblemError } from '../interfaces/index.js';
import type { InstallRecord, InstallRecords } from '../store/index.js';

/** Tells whether a plugin may run, as far as its install record says. */
export function mayRun(records: InstallRecords, id: string): boolean {
  const record = records.find(id);
  return record?.digest !== undefined && record.enabled && record.quarantine === undefined;
}

/**
 * The install record of a plugin that may run.
 *
 * @throws ProblemError PLUGIN_NOT_APPROVED, PLUGIN_DISABLED, PLUGIN_QUARANTINED
 */
export function expectRunnable(records: InstallRecords, id: string): InstallRecord {
  const record = records.find(id);
  if (record?.digest === undefined)
    throw new ProblemError({
      code: 'PLUGIN_NOT_APPROVED',
      message: `The plugin "${id}" has not been approved.`,
    });
  if (!record.enabled)
    throw new ProblemError({ code: 'PLUGIN_DISABLED', message: `The plugin "${id}" is disabled.` });
  if (record.quarantine !== undefined) {
    throw new ProblemError({
      code: 'PLUGIN_QUARANTINED',
      message: `The plugin "${id}" is quarantined: ${record.quarantine}.`,
    });
  }
  return record;
}
