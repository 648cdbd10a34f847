import { printable } from '@bourse/core';
import type { DifferingRecord, Explanation, ReconciledLine, Reconciliation } from '@bourse/portfolio';
import { instrumentName } from '../ledger/instrument-name.js';
import type { SyncView } from './sync-lines.js';

/** Whether ledger and institution agree on an account; where not, on what, and why that may be. */
export function reconciliationLines(
  { accountId, cash, positions }: Reconciliation,
  { style, isLong }: SyncView,
): string[] {
  const lines = [...cash, ...(positions ?? [])];
  const differing = lines.filter(({ agrees }) => !agrees);
  const what = positions === undefined ? 'cash' : 'cash and positions';
  const account = printable(accountId);
  if (lines.length === 0) return [];
  if (differing.length === 0) return [style('quiet', `${account}: ${what} as the institution says`)];
  return [
    `${style('warning', '!')} ${account}: ${differing.length} of ${lines.length} figures differ from what the institution says`,
    ...differing.flatMap((line) => differenceLines(line, isLong)),
    ...(isLong ? [] : ['  → Record by record: bourse sync --report']),
  ];
}

function differenceLines(
  { key, instrument, ledger, institution, difference, explanations }: ReconciledLine,
  isLong: boolean,
): string[] {
  const name = instrument === undefined ? `cash ${key}` : instrumentName(instrument);
  const [first] = explanations;
  const reason = first === undefined ? 'nothing explains it' : textOf(first);
  return [
    `  ${name}: ledger ${ledger}, institution ${institution}, difference ${difference}; ${reason}`,
    ...(isLong ? explanations.flatMap(longLines) : []),
  ];
}

function longLines(explanation: Explanation): string[] {
  const records = 'records' in explanation ? explanation.records : [];
  return [`    ${textOf(explanation)}`, ...records.map((record) => `      ${recordText(record)}`)];
}

function textOf(explanation: Explanation): string {
  switch (explanation.reason) {
    case 'PENDING':
      return explanation.isWhole
        ? 'it is what is not settled yet'
        : `${explanation.records.length} bookings are not settled yet`;
    case 'ONE_RECORD':
      return explanation.isMissing
        ? 'one record is exactly that much: the institution does not count it'
        : 'one record is exactly that much: the institution may have it twice';
    case 'SINCE':
      return `both agreed on ${explanation.since}; ${explanation.records.length} records since then`;
    case 'HISTORY_MISSING':
      return `the history is incomplete since ${explanation.since}; import earlier statements`;
    case 'UNCLASSIFIED':
      return `${explanation.rows} rows of this connection were not understood`;
    case 'POSSIBLE_DUPLICATE':
      return `${explanation.recordIds.length} records are held back as possible duplicates: bourse duplicates`;
  }
}

function recordText({ date, kind, effect, recordId }: DifferingRecord): string {
  return `${date}  ${effect.padStart(14)}  ${kind.toLowerCase().replaceAll('_', ' ')}  ${printable(recordId)}`;
}
