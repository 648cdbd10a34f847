import { createHash } from 'node:crypto';
import type { AccountNames } from '@bourse/core';
import type { ImportSession } from '../import/import-session.js';
import { keptInstitution } from './kept-institution.js';
import { isOfConnection, problemOf } from './problem-of.js';
import type { ListRun } from './sync-list.js';
import type { SyncSession } from './sync-options.js';

/** An answer has no bytes of its own. */
const NO_BYTES = { sha256: createHash('sha256').digest('hex'), size: 0 };

/** Lists that tell of no bookings. */
const NO_BOOKINGS: ReadonlySet<string> = new Set(['accounts', 'positions', 'fxRates']);

/** Asks for the bookings since a day, to be compared with the ledger; they are not stored. */
export async function stageBookings(
  session: SyncSession,
  { since, names }: { readonly since: string; readonly names: AccountNames },
  run: ListRun,
): Promise<ImportSession> {
  const { connection } = session;
  const staging = run.options.ledger.beginImport({
    file: { name: connection.id, ...NO_BYTES },
    format: `${connection.pluginId}-services`,
    plugin: { id: connection.pluginId, version: '', digest: '' },
    institution: keptInstitution(session),
    channel: 'API',
    connectionId: connection.id,
  });
  try {
    for (const list of session.lists.filter(({ name }) => !NO_BOOKINGS.has(name)))
      await stage(session, list, { staging, since, names, run });
    return staging;
  } catch (error) {
    staging.abort();
    throw error;
  }
}

/** A list that cannot be read says nothing of what is the same. */
async function stage(
  session: SyncSession,
  list: SyncSession['lists'][number],
  options: { staging: ImportSession; since: string; names: AccountNames; run: ListRun },
): Promise<void> {
  const { staging, since, names, run } = options;
  const { signal, onWaiting } = run;
  try {
    for await (const part of session.read(list, { ...names, signal, onWaiting, since }).parts())
      staging.add(part);
  } catch (error) {
    signal.throwIfAborted();
    if (isOfConnection(problemOf(error))) throw error;
  }
}
