import { join } from 'node:path';
import { derivePortfolio, openLedger, type Portfolio } from '@bourse/portfolio';
import { timed } from '../measure/alternate.ts';
import { median } from '../measure/median.ts';
import { MemoryWatch } from '../measure/memory-watch.ts';
import type { Figure } from '../figure.ts';
import type { Row } from '../row.ts';
import { PLUGIN, PLUGIN_FOLDER } from '../scene/plugin-folder.ts';
import { runBourse } from '../scene/run-bourse.ts';
import { createStatementFile } from '../scene/statement-file.ts';

const TRADES = 100_000;
const INSTRUMENTS = 300;
const MEGABYTE = 1024 * 1024;

/** Times that the portfolio is derived. */
const ROUNDS = 5;

export const import100k: Row = {
  name: 'import-100k',
  async measure(folder) {
    const file = createStatementFile(folder, { trades: TRADES, costsEvery: 0, instruments: INSTRUMENTS });
    const variables = { BOURSE_HOME: join(folder, 'home'), BOURSE_PLUGINS: PLUGIN_FOLDER };
    await runBourse(['plugins', 'approve', PLUGIN, '--yes'], variables);
    const first = await importOnce(file.path, variables);
    const second = await importOnce(file.path, variables);
    if (first.added !== TRADES + 1) throw new Error(`${first.added} records were stored`);
    const memory = (part: 'own' | 'child'): number =>
      Math.max(first.watch[part], second.watch[part]) / MEGABYTE;
    return [
      {
        name: 'import-100k',
        value: TRADES / (first.milliseconds / 1_000),
        unit: 'rows/s',
        what: 'bourse import of 100,000 transactions, from the start of the command to its end',
      },
      {
        name: 'import-100k-host-memory',
        value: memory('own'),
        unit: 'MB',
        limit: 300,
        what: 'the most RAM that the host had',
      },
      {
        name: 'import-100k-cell-memory',
        value: memory('child'),
        unit: 'MB',
        limit: 300,
        what: 'the most RAM that the cell had',
      },
      {
        name: 'import-100k-again',
        value: second.milliseconds / first.milliseconds,
        unit: 'x',
        limit: 1,
        what: 'importing the same file again : the first time',
      },
      {
        name: 'import-100k-again.added',
        value: second.added,
        unit: 'records',
        limit: 0,
        what: 'what the second import added',
      },
      { name: 'import-100k.first', value: first.milliseconds, unit: 'ms', what: 'the first import' },
      { name: 'import-100k.second', value: second.milliseconds, unit: 'ms', what: 'the second import' },
      ...(await derive(variables)),
    ];
  },
};

interface Imported {
  readonly milliseconds: number;
  /** New and revised records. */
  readonly added: number;
  readonly watch: MemoryWatch;
}

async function importOnce(path: string, variables: Readonly<Record<string, string>>): Promise<Imported> {
  const watches: MemoryWatch[] = [];
  const { answer, milliseconds } = await runBourse(['import', path], variables, (pid) =>
    watches.push(new MemoryWatch(pid)),
  );
  const [watch] = watches;
  const [report] = answer as [{ readonly new: number; readonly revised: number }];
  if (watch === undefined) throw new Error('the command did not start');
  watch.stop();
  return { milliseconds, added: report.new + report.revised, watch };
}

/** The portfolio of that ledger: as a command, and by itself. */
async function derive(variables: {
  readonly BOURSE_HOME: string;
  readonly BOURSE_PLUGINS: string;
}): Promise<Figure[]> {
  const commands: number[] = [];
  const derivations: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    commands.push((await runBourse(['portfolio'], variables)).milliseconds);
    using ledger = openLedger(join(variables.BOURSE_HOME, 'ledger.db'));
    derivations.push(await timed(() => expectWhole(derivePortfolio(ledger.read()))));
  }
  return [
    {
      name: 'portfolio-100k',
      value: median(derivations) / 1_000,
      unit: 's',
      limit: 1,
      what: 'the portfolio of 100,000 transactions and 300 instruments',
    },
    {
      name: 'portfolio-100k.first',
      value: (derivations[0] ?? 0) / 1_000,
      unit: 's',
      what: 'for the first time in a process',
    },
    {
      name: 'portfolio-100k.command',
      value: median(commands) / 1_000,
      unit: 's',
      what: 'bourse portfolio, from the start of the command to its end',
    },
  ];
}

function expectWhole({ instruments }: Portfolio): void {
  if (instruments.length !== INSTRUMENTS)
    throw new Error(`the portfolio has ${instruments.length} instruments`);
}
