import { instrumentKey } from '@bourse/core';
import {
  toProblem,
  type Decimal,
  type Instrument,
  type Problem,
  type Statement,
} from '@bourse/core/interfaces';
import { Big } from 'big.js';
import { holdingChanges, type HoldingChange } from './holding-changes.js';

/** How much of an instrument the records of a statement brought into an account. */
export interface DerivedPosition {
  readonly accountId: string;
  readonly instrument: Instrument;
  readonly quantity: Decimal;
  /** Present where more was sold than the statement knows of. */
  readonly problem?: Problem;
}

/** Adds up what the records of one statement do to holdings, and tells where its history begins in the middle. */
export function derivePositions(statement: Statement, file: string): DerivedPosition[] {
  const changes = Map.groupBy(
    holdingChanges(statement),
    ({ accountId, instrument }) => `${accountId} ${instrumentKey(instrument)}`,
  );
  return [...changes.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { accountId, instrument } = first;
    const problem = findIncompleteHistory(group, file);
    const quantity = group.reduce((sum, change) => sum.plus(change.quantity), new Big(0)).toFixed();
    return [{ accountId, instrument, quantity, ...(problem === undefined ? {} : { problem }) }];
  });
}

function findIncompleteHistory(changes: readonly HoldingChange[], file: string): Problem | undefined {
  let held = new Big(0);
  for (const { quantity, mayOpen, instrument, date, rows } of changes.toSorted(byTime)) {
    held = held.plus(quantity);
    if (mayOpen || !quantity.startsWith('-') || held.gte(0)) continue;
    return toProblem({
      code: 'HISTORY_INCOMPLETE',
      message: `${instrument.name}: more went out on ${date} than the file says was there.`,
      place: { file, ...(rows === undefined ? {} : { rows: [...rows] }) },
    });
  }
  return undefined;
}

/** By day; within a day by the instant where both have one, else what came in counts as there before anything went out. */
function byTime(left: HoldingChange, right: HoldingChange): number {
  if (left.date !== right.date) return left.date < right.date ? -1 : 1;
  if (left.at !== undefined && right.at !== undefined && left.at !== right.at)
    return left.at < right.at ? -1 : 1;
  return Number(left.quantity.startsWith('-')) - Number(right.quantity.startsWith('-'));
}
