import { readFileSync } from 'node:fs';
import { printable, type ReplayReport } from '@bourse/core';
import type { View } from '../answer.js';
import { resolvePath } from '../arguments/resolve-path.js';
import { describeUnreadable } from '../host/describe-unreadable.js';
import { formatTable, type Cell, type Column } from '../output/table.js';
import type { AddCommand } from '../program/command-kit.js';
import { examples } from '../program/examples.js';

/** `bourse replay` */
export const addReplayCommand: AddCommand = (program, handle) => {
  program
    .command('replay')
    .summary('run again what a plugin did when it failed')
    .description(
      'Run the calls of an evidence bundle again, in a new cell with the same clock and chance, and compare. A difference ends the command with 1.',
    )
    .argument('<bundle>', 'the bundle, from the folder "evidence" of the data folder')
    .argument('[inputs...]', 'the files that were read at the time; the bundle holds only their digests')
    .addHelpText(
      'after',
      examples({
        'bourse replay ~/.bourse/evidence/2024-01-31T10-00-00-000Z-acme.0123abcd.json account.csv':
          'does it fail again?',
      }),
    )
    .action(
      handle(async (session, bundle: string, inputs: readonly string[]) => {
        const { environment, manager } = session;
        const contents = inputs.map((path) => readInput(resolvePath(path, environment.userFolder)));
        const report = await manager.evidence.replay(resolvePath(bundle, environment.userFolder), contents);
        return { json: report, isRefusal: !report.repeated, lines: (view) => reportLines(report, view) };
      }),
    );
};

function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw describeUnreadable(error, path);
  }
}

const COLUMNS: readonly Column[] = [
  { title: 'call' },
  { title: 'then', shrinks: true },
  { title: 'now', shrinks: true },
  { title: 'same' },
];

function reportLines(
  { calls, exit, complete, missing, repeated }: ReplayReport,
  { style, width }: View,
): string[] {
  const rows = calls.map(({ call, then, now, repeated: isSame }): Cell[] => [
    printable(call),
    outcomeText(then),
    outcomeText(now),
    sameCell(isSame),
  ]);
  const end: Cell[] = [
    'end of the cell',
    printable(exit.then ?? ''),
    printable(exit.now ?? ''),
    sameCell(exit.repeated),
  ];
  return [
    ...formatTable({ columns: COLUMNS, rows: [...rows, end] }, style, width),
    ...missing.map(
      ({ sha256, size }) =>
        `! A file of ${size} bytes with SHA-256 ${sha256} was not given; its calls were left out.`,
    ),
    ...(complete
      ? []
      : ['! The bundle does not reach back to the start of the cell, so that a difference proves nothing.']),
    repeated ? 'It came out as it did then.' : 'It came out differently.',
  ];
}

function outcomeText(outcome: ReplayReport['calls'][number]['then']): string {
  if (outcome === undefined) return 'no answer';
  if (outcome.kind === 'problem') return printable(`${outcome.code}: ${outcome.message}`);
  return outcome.kind === 'stream' ? `${outcome.items} parts` : 'an answer';
}

function sameCell(isSame: boolean): Cell {
  return isSame ? { text: 'yes', meaning: 'good' } : { text: 'no', meaning: 'bad' };
}
