import { printable } from '@bourse/core';
import type { View } from '../../answer.js';
import { problemLines, problemListLines } from '../../output/problem-lines.js';
import { formatTable, withoutEmptyColumns, type Cell } from '../../output/table.js';
import { reconciliationLines } from '../connections/reconciliation-lines.js';
import { listName } from '../connections/list-name.js';
import type { SyncedConnection } from '../connections/synced-connection.js';

const COLUMNS = [
  { title: 'connection' },
  { title: 'synced', shrinks: true },
  ...['new', 'revised', 'known', 'positions', 'problems'].map((title) => ({
    title,
    align: 'right' as const,
  })),
  { title: 'ledger and institution' },
];

/** What came of each connection, whether ledger and institution agree, and what went wrong. */
export function demoSyncLines(syncs: readonly SyncedConnection[], view: View): string[] {
  if (syncs.length === 0) return [];
  const { style, width } = view;
  const table = { columns: COLUMNS, rows: syncs.map(rowOf) };
  return [
    ...formatTable(withoutEmptyColumns(table), style, width),
    ...syncs.flatMap((sync) => remarkLines(sync, view)),
  ];
}

function rowOf(sync: SyncedConnection): Cell[] {
  const { connectionId, lists } = sync;
  const records = lists.filter(({ name }) => name !== 'positions');
  const sum = (count: (list: SyncedConnection['lists'][number]) => number): number =>
    records.reduce((total, list) => total + count(list), 0);
  const problems = problemsOf(sync).length;
  const told = lists.filter((list) => list.importId !== undefined);
  const held = lists
    .filter(({ name }) => name === 'positions')
    .reduce((total, list) => total + list.new + list.revised + list.known, 0);
  return [
    connectionId,
    told.flatMap(namesOf).join(', '),
    `${sum((list) => list.new)}`,
    `${sum(({ revised }) => revised)}`,
    `${sum(({ known }) => known)}`,
    held === 0 ? '' : `${held}`,
    problems === 0 ? '0' : { text: `${problems}`, meaning: 'warning' },
    agreementOf(sync),
  ];
}

/** Rates are no records; they are counted beside what they came with. */
function namesOf({ name, rates }: SyncedConnection['lists'][number]): string[] {
  const counted = rates === undefined ? [] : [`${rates} ${listName('fxRates')}`];
  return name === 'fxRates' && rates !== undefined ? counted : [listName(name), ...counted];
}

function agreementOf({ reconciliations }: SyncedConnection): Cell {
  const lines = reconciliations.flatMap(({ cash, positions }) => [...cash, ...(positions ?? [])]);
  const differing = lines.filter(({ agrees }) => !agrees).length;
  if (lines.length === 0) return '';
  return differing === 0
    ? { text: `${lines.length} figures agree`, meaning: 'good' }
    : { text: `${differing} of ${lines.length} figures differ`, meaning: 'warning' };
}

function problemsOf({ problem, lists, heldBack }: SyncedConnection) {
  const failures = lists.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  return [
    ...(problem === undefined ? [] : [problem]),
    ...failures,
    ...lists.flatMap(({ problems }) => problems),
    ...heldBack.problems,
  ];
}

/** What went wrong, and where ledger and institution differ. */
function remarkLines(sync: SyncedConnection, view: View): string[] {
  const { connectionId, problem, lists, heldBack, reconciliations } = sync;
  const { style } = view;
  const failures = [
    ...(problem === undefined ? [] : [problem]),
    ...lists.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
  ];
  const lines = [
    ...failures.flatMap((failure) => problemLines(failure, 'failure', style)),
    ...problemListLines(
      [...lists.flatMap(({ problems }) => problems), ...heldBack.problems],
      'remark',
      style,
    ),
    ...reconciliations
      .filter(({ cash, positions = [] }) => [...cash, ...positions].some(({ agrees }) => !agrees))
      .flatMap((reconciliation) => reconciliationLines(reconciliation, { ...view, isLong: false })),
  ];
  return lines.length === 0 ? [] : ['', style('heading', printable(connectionId)), ...lines];
}
