import { DEFAULT_ACCOUNT_ID } from '@bourse/core/interfaces';
import type { AdoptedAccount } from '../import/adopt-account.js';
import { keptInstitution } from './kept-institution.js';
import { stageBookings } from './stage-bookings.js';
import { accountNamesOf, isOnlyOne } from './sync-accounts.js';
import type { ListRun } from './sync-list.js';
import type { SyncSession } from './sync-options.js';

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
  const names = accountNamesOf(session, run.options);
  using staging = await stageBookings(session, { since, names }, run);
  const from = staging.findStatedAccount(to);
  return from !== undefined && ledger.adoptAccount(institution, { from, to }) ? { from, to } : undefined;
}

/**
 * Whether what an institution tells of its account says otherwise than the records without an account number, under the same numbers:
 * then they are of another account. It is read as if they were of one, since only then they have the same ids.
 */
export async function contradictsDefaultAccount(
  session: SyncSession,
  reported: string,
  run: ListRun,
): Promise<boolean> {
  const since = run.options.ledger.findFirstDefaultDay(keptInstitution(session), reported);
  if (since === undefined) return false;
  const names = {
    ...accountNamesOf(session, run.options),
    defaultAccount: DEFAULT_ACCOUNT_ID,
    aliases: new Map([[reported, DEFAULT_ACCOUNT_ID]]),
  };
  using staging = await stageBookings(session, { since, names }, run);
  return staging.findContradiction(DEFAULT_ACCOUNT_ID) !== undefined;
}
