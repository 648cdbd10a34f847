import type { Command } from 'commander';
import type { Answer } from '../../answer.js';
import type { Session } from '../../host/session.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findConnection } from './find-connection.js';
import { SyncDisplay } from './sync-display.js';
import { syncLines } from './sync-lines.js';
import { hasFailed, syncAndReconcile } from './synced-connection.js';

interface Options {
  readonly report?: boolean;
  readonly full?: boolean;
  readonly json?: boolean;
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
    .action(
      handle((session, ids: readonly string[], _own: object, command: Command) =>
        sync(session, ids, command.optsWithGlobals<Options>()),
      ),
    );
};

async function sync(
  session: Session,
  wanted: readonly string[],
  { report = false, full = false, json = false }: Options,
): Promise<Answer> {
  const { manager, terminal } = session;
  for (const id of wanted) findConnection(manager, id);
  const ids = wanted.length > 0 ? [...new Set(wanted)] : manager.connections.list().map(({ id }) => id);
  const display = json ? undefined : new SyncDisplay(terminal, ids);
  const results = await syncAndReconcile(session, ids, {
    isFull: full,
    onProgress: (event) => display?.show(event),
  });
  terminal.progress.clear();
  return {
    json: { connections: results },
    isRefusal: results.some(hasFailed),
    lines: (view) => syncLines(results, { ...view, isLong: report }),
  };
}
