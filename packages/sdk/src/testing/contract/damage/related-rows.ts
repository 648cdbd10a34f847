import type { Statement } from '@bourse/core/interfaces';
import { recordsOf } from '../records.js';

/** For each row the rows that may fall with it: those it shares records, events or orders with. */
export function relatedRows(statement: Statement): (row: number) => ReadonlySet<number> {
  const groups = new Map<string, Set<number>>();
  const groupsOfRow = new Map<number, Set<string>>();
  const join = (group: string, rows: readonly number[]): void => {
    for (const row of rows) {
      (groups.get(group) ?? setIn(groups, group)).add(row);
      (groupsOfRow.get(row) ?? setIn(groupsOfRow, row)).add(group);
    }
  };
  for (const record of recordsOf(statement)) {
    for (const group of groupsOf(record)) join(group, record.source.rows ?? []);
  }
  statement.accounts.forEach(({ source }, index) => join(`account ${index}`, source?.rows ?? []));
  return (row) => spread(row, groups, groupsOfRow);
}

function setIn<Key, Value>(map: Map<Key, Set<Value>>, key: Key): Set<Value> {
  const set = new Set<Value>();
  map.set(key, set);
  return set;
}

function groupsOf(record: ReturnType<typeof recordsOf>[number]): string[] {
  const order = 'orderId' in record && record.orderId !== undefined ? [`order ${record.orderId}`] : [];
  const link = record.linkId === undefined ? [] : [`link ${record.linkId}`];
  const reversal = record.reverses === undefined ? [] : [`id ${record.reverses}`];
  return [`id ${record.id}`, ...order, ...link, ...reversal];
}

function spread(
  row: number,
  groups: ReadonlyMap<string, ReadonlySet<number>>,
  groupsOfRow: ReadonlyMap<number, ReadonlySet<string>>,
): ReadonlySet<number> {
  const reached = new Set([row]);
  for (const next of reached)
    for (const group of groupsOfRow.get(next) ?? [])
      for (const other of groups.get(group) ?? []) reached.add(other);
  return reached;
}
