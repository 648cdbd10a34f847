import type { AccountNames } from '@bourse/core';
import { DEFAULT_ACCOUNT_ID, toProblem, type Problem } from '@bourse/core/interfaces';
import type { AdoptedAccount } from '../import/adopt-account.js';
import { institutionOf, keptInstitution } from './kept-institution.js';
import type { SyncOptions, SyncSession } from './sync-options.js';

type Ports = Pick<SyncOptions, 'connections' | 'ledger'>;

/** The accounts of a connection whose answers name none: with several connections of an institution each has its own. */
export function accountNamesOf(session: SyncSession, { connections, ledger }: Ports): AccountNames {
  const institution = keptInstitution(session);
  const { connection } = session;
  // What an institution itself says is an account is no other name of one.
  const { aliases: _, ...found } = ledger.findAccountNames(institution);
  const names = { ...found, institution };
  const reported = ledger.findConnectionAccount(connection.id);
  if (reported !== undefined) return { ...names, defaultAccount: reported };
  return isOnlyOne(session, { connections })
    ? names
    : { ...names, defaultAccount: nameOf(session, connections) };
}

/**
 * Gives the records of the account without a number to a connection that alone has brought some of them, and that is not alone any
 * more.
 */
export function adoptOwnRecords(session: SyncSession, ports: Ports): AdoptedAccount | undefined {
  const { connectionIds = [] } = ports.ledger.findDefaultAccount(keptInstitution(session)) ?? {};
  const isOwn = connectionIds.length === 1 && connectionIds[0] === session.connection.id;
  if (!isOwn || isOnlyOne(session, ports)) return undefined;
  return adopt(session, nameOf(session, ports.connections), ports);
}

/**
 * Gives the records of the account without a number to the one account that an institution reports. Where several are connected, or
 * where it says otherwise under the same numbers, nothing is guessed.
 *
 * @param contradicts whether what the institution tells of an account says otherwise
 */
export async function adoptForReported(
  session: SyncSession,
  reported: readonly string[],
  ports: Ports & { readonly contradicts: (reported: string) => Promise<boolean> },
): Promise<{ readonly adopted?: AdoptedAccount; readonly problem?: Problem }> {
  const ids = [...new Set(reported)];
  if (ids.length === 0 || ids.includes(DEFAULT_ACCOUNT_ID)) return {};
  const institution = keptInstitution(session);
  const unreported = ports.ledger.findUnreportedAccount(institution);
  if (unreported !== undefined && !ids.includes(unreported))
    return { problem: notGuessed(institution, `"${unreported}", which no connection tells of`, ids) };
  if (ports.ledger.findDefaultAccount(institution) === undefined) return {};
  const [only, ...others] = ids;
  if (only === undefined || others.length > 0 || !isOnlyOne(session, ports))
    return { problem: notGuessed(institution, UNNUMBERED, ids) };
  if (ports.ledger.areKeptApart(institution, [DEFAULT_ACCOUNT_ID, only])) return {};
  const adopted = (await ports.contradicts(only)) ? undefined : adopt(session, only, ports);
  return adopted === undefined
    ? { problem: notGuessed(institution, UNNUMBERED, ids, orDifferent(institution, only)) }
    : { adopted };
}

function adopt(session: SyncSession, to: string, { ledger }: Ports): AdoptedAccount | undefined {
  const adopted = { from: DEFAULT_ACCOUNT_ID, to };
  return ledger.adoptAccount(keptInstitution(session), adopted) ? adopted : undefined;
}

/** Whether no other connection leads to the same institution. */
export function isOnlyOne(session: SyncSession, { connections }: Pick<Ports, 'connections'>): boolean {
  return siblingsOf(session, connections).length < 2;
}

function siblingsOf(
  session: SyncSession,
  connections: Ports['connections'],
): ReturnType<Ports['connections']['list']> {
  return connections.list().filter((each) => institutionOf(each) === keptInstitution(session));
}

/** The user's name for it, unless he gave it to several. */
function nameOf(session: SyncSession, connections: Ports['connections']): string {
  const { id, name } = session.connection;
  const namesakes = siblingsOf(session, connections).filter((each) => each.name === name);
  return namesakes.length < 2 && name !== DEFAULT_ACCOUNT_ID ? name : id;
}

const UNNUMBERED = 'an account without a number';

function orDifferent(institution: string, reported: string): string {
  return ` If they are two, type: bourse duplicates "${institution}/${DEFAULT_ACCOUNT_ID}" "${institution}/${reported}" different`;
}

function notGuessed(institution: string, former: string, ids: readonly string[], more = ''): Problem {
  return toProblem({
    code: 'POSSIBLE_DUPLICATE',
    message: `Earlier imports of ${institution} went to ${former}, and these are reported now: ${ids.join(', ')}. The same bookings may count twice.`,
    remedy:
      'Undo those imports (bourse import --list, bourse import --undo <id>), and import their files again with --account <number>.' +
      more,
  });
}
