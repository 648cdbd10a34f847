import type { Decimal } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import type { DifferingRecord, Explanation } from './reconciliation.js';

/** A record of a line, with what has to be known of it to explain a difference. */
export interface LineRecord extends DifferingRecord {
  readonly isPending: boolean;
}

/** What is known of a line besides its two sides. */
export interface LineFacts {
  /** By date. */
  readonly records: readonly LineRecord[];
  /** When both sides last agreed. */
  readonly agreedOn: string | undefined;
  readonly historyMissingSince: string | undefined;
  readonly heldBack: readonly string[];
  readonly unclassifiedRows: number;
}

/** Records that are listed since two sides last agreed; more than these explain nothing. */
const MAX_RECORDS = 50;

/** Why the institution says something else than the ledger. @param difference institution − ledger, not zero */
export function explainDifference(difference: Exact, facts: LineFacts): Explanation[] {
  const { records, agreedOn, historyMissingSince, heldBack, unclassifiedRows } = facts;
  const pending = records.filter(({ isPending }) => isPending);
  const later = records.filter(({ date }) => agreedOn !== undefined && date >= agreedOn);
  return [
    ...explainByPending(difference, pending),
    ...explainByOne(difference, records),
    ...(historyMissingSince === undefined
      ? []
      : [{ reason: 'HISTORY_MISSING' as const, since: historyMissingSince }]),
    ...(heldBack.length === 0 ? [] : [{ reason: 'POSSIBLE_DUPLICATE' as const, recordIds: heldBack }]),
    ...(unclassifiedRows === 0 ? [] : [{ reason: 'UNCLASSIFIED' as const, rows: unclassifiedRows }]),
    ...(agreedOn === undefined || later.length === 0
      ? []
      : [{ reason: 'SINCE' as const, since: agreedOn, records: later.slice(-MAX_RECORDS).map(toDiffering) }]),
  ];
}

function explainByPending(difference: Exact, pending: readonly LineRecord[]): Explanation[] {
  if (pending.length === 0) return [];
  const sum = sumOf(pending.map(({ effect }) => effect));
  const isWhole = sum.equals(difference) || sum.negated().equals(difference);
  return [{ reason: 'PENDING', records: pending.map(toDiffering), isWhole }];
}

/** The latest record that is the difference itself: the institution has it twice, or does not have it. */
function explainByOne(difference: Exact, records: readonly LineRecord[]): Explanation[] {
  const last = records.findLast(({ effect }) => Exact.from(effect).absolute().equals(difference.absolute()));
  if (last === undefined) return [];
  const isMissing = Exact.from(last.effect).negated().equals(difference);
  return [{ reason: 'ONE_RECORD', records: [toDiffering(last)], isMissing }];
}

function toDiffering({ recordId, kind, date, effect }: LineRecord): DifferingRecord {
  return { recordId, kind, date, effect };
}

function sumOf(amounts: readonly Decimal[]): Exact {
  return amounts.reduce((sum, amount) => sum.plus(Exact.from(amount)), Exact.ZERO);
}
