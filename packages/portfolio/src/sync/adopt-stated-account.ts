import { createHash } from 'node:crypto';
import { DEFAULT_ACCOUNT_ID } from '@bourse/core/interfaces';
import type { ImportSession } from '../import/import-session.js';
import type { AdoptedAccount } from '../import/adopt-account.js';
import { keptInstitution } from './kept-institution.js';
import { isOfConnection, problemOf } from './problem-of.js';
import { accountNamesOf, isOnlyOne } from './sync-accounts.js';
import type { ListRun } from './sync-list.js';
import type { SyncSession } from './sync-options.js';

/** An answer has no bytes of its own. */
const NO_BYTES = { sha256: createHash('sha256').digest('hex'), size: 0 };

/** Lists that tell of no bookings. */
const NO_BOOKINGS: ReadonlySet<string> = new Set(['accounts', 'positions', 'fxRates']);

/**
 * Gives the records of an account that files brought under a name to the one account that an institution reports, where its bookings
 * are the same. To see that, the bookings are asked for once without being stored.
 */
export async function adoptStatedAccount(
  session: SyncSession,
  reported: readonly string[],
  run: ListRun,
): Promise<AdoptedAccount | undefined> {
  const { connections, ledger } = run.options;
  const institution = keptInstitution(session);
  const [to, ...others] = new Set(reported);
  if (to === undefined || to === DEFAULT_ACCOUNT_ID || others.length > 0) return undefined;
  if (!isOnlyOne(session, { connections })) return undefined;
  const since = ledger.findFirstStatedDay({ institution, pluginId: session.connection.pluginId }, to);
  if (since === undefined) return undefined;
  const from = await findStated(session, { to, since }, run);
  return from !== undefined && ledger.adoptAccount(institution, { from, to }) ? { from, to } : undefined;
}

async function findStated(
  session: SyncSession,
  { to, since }: { to: string; since: string },
  run: ListRun,
): Promise<string | undefined> {
  const { connection } = session;
  using staging = run.options.ledger.beginImport({
    file: { name: `${connection.id} ${to}`, ...NO_BYTES },
    format: `${connection.pluginId}-services`,
    plugin: { id: connection.pluginId, version: '', digest: '' },
    institution: keptInstitution(session),
    channel: 'API',
    connectionId: connection.id,
  });
  for (const list of session.lists.filter(({ name }) => !NO_BOOKINGS.has(name)))
    await stage(session, list, { staging, since, run });
  return staging.findStatedAccount(to);
}

/** A list that cannot be read says nothing of what is the same. */
async function stage(
  session: SyncSession,
  list: SyncSession['lists'][number],
  { staging, since, run }: { staging: ImportSession; since: string; run: ListRun },
): Promise<void> {
  const { options, signal, onWaiting } = run;
  const names = accountNamesOf(session, options);
  try {
    for await (const part of session.read(list, { ...names, signal, onWaiting, since }).parts())
      staging.add(part);
  } catch (error) {
    signal.throwIfAborted();
    if (isOfConnection(problemOf(error))) throw error;
  }
}
