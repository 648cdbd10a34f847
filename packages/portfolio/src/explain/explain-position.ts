import type { Decimal, RecordKind } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import type { Entry } from '../entries/entry.js';
import { isInAccount, type Filter } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { InstrumentIndex } from '../instruments/instrument-index.js';
import { orderEvents } from '../positions/order-of-events.js';

/** What one record has to do with a position. */
export interface PositionStep {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly date: string;
  /** What the instrument is known by: the position's own key, or that of an instrument whose cost it took over. */
  readonly key: string;
  /** What the record adds; of a reported position what is held. */
  readonly quantity: Decimal;
}

/** Names one position. */
export interface PositionQuery extends Pick<Filter, 'account' | 'until'> {
  /** {@link PositionView.key} */
  readonly key: string;
}

/**
 * The records that quantity, cost, value and gains of a position come from, in the order in which they are applied. With an
 * instrument that took the place of another come the records of the other one.
 */
export function explainPosition(data: LedgerData, query: PositionQuery): PositionStep[] {
  const index = new InstrumentIndex(data);
  const owners = [...data.accounts.values()].filter((account) => isInAccount(query, account));
  return owners.flatMap(({ key: account }) => {
    const entries = data.entries.filter(
      (entry) => entry.account === account && (query.until === undefined || entry.date <= query.until),
    );
    const steps = orderEvents(entries).flatMap((entry) => stepsOf(entry, index));
    const keys = predecessorsOf(query.key, steps);
    return steps.filter((step) => keys.has(step.key));
  });
}

function stepsOf(entry: Entry, index: InstrumentIndex): PositionStep[] {
  const { id: recordId, kind, date, account, quantity, detail } = entry;
  const key = index.keyOfEntry(entry);
  const place = { recordId, kind, date };
  return [
    ...(key === undefined || quantity === undefined ? [] : [{ ...place, key, quantity }]),
    ...(detail.legs ?? []).map((leg) => ({
      ...place,
      key: index.keyOf(account, leg.instrument),
      quantity: leg.quantity,
    })),
    ...(detail.inKind ?? []).map((charge) => ({
      ...place,
      key: index.keyOf(account, charge.instrument),
      quantity: Exact.from(charge.quantity).negated().toString(),
    })),
  ];
}

/** An instrument and all that it took over, over any number of corporate actions. */
function predecessorsOf(key: string, steps: readonly PositionStep[]): ReadonlySet<string> {
  const legs = steps.filter(({ kind }) => kind === 'CORPORATE_ACTION');
  const actions = [...Map.groupBy(legs, ({ recordId }) => recordId).values()];
  const keys = new Set<string>();
  const waiting = [key];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    keys.add(next);
    waiting.push(...replacedBy(next, actions).filter((replaced) => !keys.has(replaced)));
  }
  return keys;
}

/** What went out in the actions in which an instrument came in. */
function replacedBy(key: string, actions: readonly (readonly PositionStep[])[]): string[] {
  return actions
    .filter((legs) => legs.some((leg) => leg.key === key && !leg.quantity.startsWith('-')))
    .flatMap((legs) => legs.filter((leg) => leg.quantity.startsWith('-')).map((leg) => leg.key));
}
