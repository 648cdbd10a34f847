import { printable } from '@bourse/core';
import type { SyncedList } from '@bourse/portfolio';
import type { View } from '../../answer.js';
import { problemLines, problemListLines } from '../../output/problem-lines.js';
import { connectionTitle } from './connection-title.js';
import { reconciliationLines } from './reconciliation-lines.js';
import { listName } from './list-name.js';
import type { SyncedConnection } from './synced-connection.js';

export interface SyncView extends View {
  /** Whether differences are told record by record. */
  readonly isLong: boolean;
}

/** What came of each connection, what went wrong, and whether ledger and institution agree. */
export function syncLines(results: readonly SyncedConnection[], view: SyncView): string[] {
  if (results.length === 0)
    return ['Nothing is connected yet.', '→ Connect something: bourse connect <plugin>'];
  return [
    ...results.flatMap((result) => connectionLines(result, view)),
    '',
    '→ See what you own: bourse portfolio',
  ];
}

function connectionLines(result: SyncedConnection, view: SyncView): string[] {
  const { connectionId, name, institution, environment, lists, adopted, problem, heldBack, reconciliations } =
    result;
  const { style } = view;
  const failures = lists.flatMap(({ name: list, failure }) =>
    failure === undefined ? [] : [{ list, failure }],
  );
  const isFine = problem === undefined && failures.length === 0;
  const simulated =
    environment === 'development' ? style('warning', ' · development connection, simulated') : '';
  return [
    `${isFine ? style('good', '✓') : style('bad', '✗')} ${style('heading', connectionTitle(connectionId, name, institution))}${simulated}: ${countsOf(lists, heldBack.new)}`,
    ...(adopted === undefined
      ? []
      : indent([`statement records of account ${adopted.from} now belong to ${printable(adopted.to)}`])),
    ...(problem === undefined ? [] : indent(problemLines(problem, 'failure', style))),
    ...failures.flatMap(({ list, failure }) =>
      indent([`${listName(list)}:`, ...problemLines(failure, 'failure', style)]),
    ),
    ...indent(
      problemListLines([...lists.flatMap(({ problems }) => problems), ...heldBack.problems], 'remark', style),
    ),
    ...reconciliations.flatMap((reconciliation) => indent(reconciliationLines(reconciliation, view))),
  ];
}

/** What is held is told anew each time, so that nothing of it is news. */
function countsOf(all: readonly SyncedList[], heldBack: number): string {
  const lists = all.filter(({ name }) => name !== 'positions');
  const sum = (count: (list: SyncedList) => number): number =>
    lists.reduce((total, list) => total + count(list), 0);
  const [fresh, revised, unclassified] = [
    sum((list) => list.new),
    sum(({ revised: count }) => count),
    sum((list) => list.unclassified),
  ];
  const rates = sum((list) => list.rates ?? 0);
  const parts = [
    ...(fresh === 0 ? [] : [`${fresh} new${uncounted(heldBack)}`]),
    ...(revised === 0 ? [] : [`${revised} revised`]),
    ...(rates === 0 ? [] : [`${rates} exchange rates`]),
    ...(unclassified === 0 ? [] : [`${unclassified} not understood`]),
  ];
  return parts.length === 0 ? 'nothing new' : parts.join(', ');
}

function uncounted(heldBack: number): string {
  if (heldBack === 0) return '';
  return `, of which ${heldBack} ${heldBack === 1 ? 'is a possible duplicate' : 'are possible duplicates'} and not counted`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
