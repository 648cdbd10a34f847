import type { Entry } from '../entries/entry.js';
import type { LedgerData } from '../entries/ledger-data.js';
import type { InstrumentIndex } from '../instruments/instrument-index.js';
import { cancelReversals } from './cancel-reversals.js';
import { orderEvents } from './order-of-events.js';

/** What moved holdings, by account and in the order in which it happened there. */
export type Moves = ReadonlyMap<number, readonly Entry[]>;

const MOVES_HOLDINGS: ReadonlySet<string> = new Set([
  'TRANSACTION',
  'TRANSFER',
  'CORPORATE_ACTION',
  'POSITION',
]);

/** Lists what moved holdings or their cost up to a day, without what was taken back. */
export function listMoves({ entries }: LedgerData, index: InstrumentIndex, until: string | undefined): Moves {
  const moves = entries.filter(
    (entry) => movesHolding(entry) && (until === undefined || entry.date <= until),
  );
  const byAccount = Map.groupBy(moves, ({ account }) => account);
  return new Map(
    [...byAccount].map(([account, events]) => [
      account,
      cancelReversals(orderEvents(events), (entry) => index.keyOfEntry(entry)),
    ]),
  );
}

/** Whether an entry gives back some of what a holding has cost. */
export function returnsCapital({ kind, type, status }: Entry): boolean {
  return kind === 'DIVIDEND' && type === 'RETURN_OF_CAPITAL' && (status === 'PAID' || status === 'REVERSAL');
}

function movesHolding(entry: Entry): boolean {
  return MOVES_HOLDINGS.has(entry.kind) || entry.detail.inKind !== undefined || returnsCapital(entry);
}
