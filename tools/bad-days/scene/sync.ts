import { type LogInOptions, type PluginManager } from '@bourse/core';
import type { Problem } from '@bourse/core/interfaces';
import {
  reconcileSync,
  syncConnections,
  type ConnectionSync,
  type Ledger,
  type Reconciliation,
  type SyncOptions,
} from '@bourse/portfolio';
import type { Host } from './host.ts';

/** What a sync came to, as the command would tell it. */
export interface Outcome {
  readonly sync: ConnectionSync;
  /** Where ledger and institution differ: account, what, and by how much. */
  readonly differences: readonly string[];
  /** The first thing that went wrong. */
  readonly problem: Problem | undefined;
}

/** Syncs as the command does, by the clock of the test. */
export async function sync(
  { manager, clock }: Host,
  id: string,
  { ledger, logIn, isFull = false }: { ledger: Ledger; logIn?: LogInOptions; isFull?: boolean },
): Promise<Outcome> {
  const options = {
    connections: patientBy(manager, clock.wait),
    ledger,
    now: clock.now,
    isFull,
    logIn: { wait: clock.wait, ...logIn },
  };
  const [done] = await syncConnections([id], options);
  if (done === undefined) throw new Error(`There is no connection ${id}.`);
  const differences = (await reconcileSync(done, options)).flatMap(differencesOf);
  const [failure] = done.lists.flatMap((list) => list.failure ?? []);
  return { sync: done, differences, problem: done.problem ?? failure };
}

function differencesOf({ accountId, cash, positions = [] }: Reconciliation): string[] {
  return [...cash, ...positions]
    .filter(({ agrees }) => !agrees)
    .map(({ key, difference }) => `${accountId} ${key} ${difference}`);
}

/** Connections whose pages are asked for again without a real pause. */
function patientBy(
  { connections }: PluginManager,
  wait: NonNullable<LogInOptions['wait']>,
): SyncOptions['connections'] {
  return {
    progress: connections.progress,
    list: () => connections.list(),
    get: (id) => connections.get(id),
    lease: (id) => connections.lease(id),
    use: (id, work, options) =>
      connections.use(
        id,
        (session) =>
          work({
            connection: session.connection,
            institution: session.institution,
            lists: session.lists,
            fetchesStatements: () => session.fetchesStatements(),
            read: (list, reading) => session.read(list, { ...reading, wait }),
            readStatement: (reading) => session.readStatement(reading),
          }),
        options,
      ),
  };
}
