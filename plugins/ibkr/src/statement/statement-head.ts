import { DEFAULT_ACCOUNT_ID, type Instant, type Period } from '@bourse/sdk';
import type { FlexRow, RowFinding } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { compact, type Compact } from '../values/compact.js';

interface KnownHead {
  readonly accountId: string;
  readonly period: Period | undefined;
  readonly generatedAt: Instant | undefined;
}

/** What a FlexStatement element says of its statement. */
export interface StatementHeadReading {
  readonly head: Compact<KnownHead>;
  /** What it says that cannot be read. */
  readonly doubts: readonly Pick<RowFault | RowFinding, 'message' | 'remedy' | 'column'>[];
}

/** Reads the attributes of a FlexStatement. Period and time are left out where they cannot be read. */
export function readStatementHead(element: FlexRow): StatementHeadReading {
  const doubts: RowFault[] = [];
  const attempt = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      doubts.push(error);
      return undefined;
    }
  };
  const head = compact({
    accountId: element.label('accountId') ?? DEFAULT_ACCOUNT_ID,
    period: attempt(() => readPeriod(element)),
    generatedAt: attempt(() => element.time('whenGenerated')?.instant),
  });
  return { head, doubts };
}

function readPeriod(element: FlexRow): Period | undefined {
  const from = element.date('fromDate');
  const to = element.date('toDate');
  if (from === undefined || to === undefined) return undefined;
  if (from > to) throw new RowFault(`The period ends before it begins: ${from} to ${to}.`, 'toDate');
  return { from, to };
}
