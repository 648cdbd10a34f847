import {
  reconcileSync,
  syncConnections,
  type ConnectionSync,
  type Reconciliation,
  type SyncOptions,
} from '@bourse/portfolio';
import type { Answer } from '../../answer.js';
import type { Session } from '../../host/session.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findConnection } from './find-connection.js';
import { logInOptions } from './log-in-options.js';
import { SyncDisplay } from './sync-display.js';
import { syncLines } from './sync-lines.js';

interface Options {
  readonly report?: boolean;
  readonly full?: boolean;
}

/** What came of one connection, with what ledger and institution say. */
export interface SyncedConnection extends Omit<ConnectionSync, 'snapshot'> {
  readonly reconciliations: readonly Reconciliation[];
}

/** `bourse sync` */
export const addSyncCommand: AddCommand = (program, handle) => {
  program
    .command('sync')
    .summary('bring connections up to date')
    .description(
      'Bring connections up to date: what is new comes into the ledger, nothing is counted twice, and the ledger is compared with what the institution says now.',
    )
    .argument('[connection...]', 'ids of connections; without one, all')
    .option('--report', 'tell each difference between ledger and institution, record by record')
    .option('--full', 'ask for everything again, not only for the last weeks')
    .addHelpText(
      'after',
      examples({
        'bourse sync': 'all connections',
        'bourse sync acme --report': 'one, with every difference explained',
      }),
    )
    .action(handle((session, ids: readonly string[], options: Options) => sync(session, ids, options)));
};

async function sync(
  session: Session,
  wanted: readonly string[],
  { report = false, full = false }: Options,
): Promise<Answer> {
  const { manager, ledger, terminal, signal } = session;
  const { connections } = manager;
  for (const id of wanted) findConnection(manager, id);
  const ids = wanted.length > 0 ? [...new Set(wanted)] : connections.list().map(({ id }) => id);
  const display = new SyncDisplay(terminal.progress);
  const options: SyncOptions = {
    connections,
    ledger,
    signal,
    isFull: full,
    logIn: logInOptions(session, 'Login'),
    onProgress: (event) => display.show(event),
  };
  const results: SyncedConnection[] = [];
  for (const { snapshot, ...result } of await syncConnections(ids, options)) {
    const reconciliations = await reconcileSync({ ...result, snapshot }, options);
    results.push({ ...result, reconciliations });
  }
  terminal.progress.clear();
  return {
    json: { connections: results },
    isRefusal: results.some(hasFailed),
    lines: (view) => syncLines(results, { ...view, isLong: report }),
  };
}

function hasFailed({ problem, lists }: SyncedConnection): boolean {
  return problem !== undefined || lists.some(({ failure }) => failure !== undefined);
}
