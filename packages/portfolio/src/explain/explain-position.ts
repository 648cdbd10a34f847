import type { Decimal, Instrument, RecordKind } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import type { Entry } from '../entries/entry.js';
import { isInAccount, type Filter } from '../entries/filter.js';
import type { AccountEntry, LedgerData } from '../entries/ledger-data.js';
import { InstrumentIndex } from '../instruments/instrument-index.js';
import { listMoves, returnsCapital } from '../positions/list-moves.js';
import { matchTransfers, type Origins } from '../positions/match-transfers.js';
import { orderEvents } from '../positions/order-of-events.js';
import { parentOf } from '../positions/parent-of.js';

/** What one record has to do with a position. */
export interface PositionStep extends AccountRef {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly date: string;
  /** What the instrument is known by: the position's own key, or that of an instrument whose cost it took over. */
  readonly key: string;
  /** What the record adds; of a reported position what is held; zero where it changes the cost alone. */
  readonly quantity: Decimal;
}

/** Names one position. */
export interface PositionQuery extends Pick<Filter, 'account' | 'until'> {
  /** {@link PositionView.key} */
  readonly key: string;
}

/** A step, and the entry that it was taken from. */
interface Trace {
  readonly step: PositionStep;
  readonly entry: Entry;
}

/**
 * The records that quantity, cost, value and gains of a position come from, in the order in which they are applied. With an
 * instrument that took the place of another come the records of the other one, and with units from another own account those of
 * that account, before the record that brought them.
 */
export function explainPosition(data: LedgerData, query: PositionQuery): PositionStep[] {
  const tracer = new Tracer(data, query.until);
  for (const account of data.accounts.values())
    if (isInAccount(query, account)) tracer.trace(account.key, query.key);
  return tracer.steps;
}

/** Follows the cost of positions back through instruments and accounts. */
class Tracer {
  readonly #data: LedgerData;
  readonly #until: string | undefined;
  readonly #index: InstrumentIndex;
  readonly #origins: Origins;
  readonly #traces = new Map<number, readonly Trace[]>();
  readonly #followed = new Set<Entry>();
  readonly #found = new Set<Trace>();

  constructor(data: LedgerData, until: string | undefined) {
    this.#data = data;
    this.#until = until;
    this.#index = new InstrumentIndex(data);
    this.#origins = matchTransfers(listMoves(data, this.#index, until), this.#index);
  }

  get steps(): PositionStep[] {
    return [...this.#found].map(({ step }) => step);
  }

  /** Finds what a position comes from, up to and including the entry `last` where there is one. */
  trace(account: number, key: string, last?: Entry): void {
    const all = this.#tracesOf(account);
    const traces =
      last === undefined ? all : all.slice(0, all.findLastIndex(({ entry }) => entry === last) + 1);
    const keys = predecessorsOf(
      key,
      traces.map(({ step }) => step),
    );
    for (const trace of traces.filter(({ step }) => keys.has(step.key))) {
      this.#follow(trace.entry);
      this.#found.add(trace);
    }
  }

  /** The cost that a transfer gives needs no other records. */
  #follow(entry: Entry): void {
    const origin = this.#origins.get(entry);
    if (origin === undefined || entry.detail.costBasis !== undefined || this.#followed.has(origin)) return;
    this.#followed.add(origin);
    const key = this.#index.keyOfEntry(origin);
    if (key !== undefined) this.trace(origin.account, key, origin);
  }

  #tracesOf(key: number): readonly Trace[] {
    const known = this.#traces.get(key) ?? this.#readTraces(key);
    this.#traces.set(key, known);
    return known;
  }

  #readTraces(key: number): Trace[] {
    const [owner, until] = [this.#data.accounts.get(key), this.#until];
    if (owner === undefined) return [];
    const entries = this.#data.entries.filter(
      ({ account, date }) => account === key && (until === undefined || date <= until),
    );
    return orderEvents(entries).flatMap((entry) =>
      stepsOf(entry, owner, this.#index).map((step) => ({ step, entry })),
    );
  }
}

function stepsOf(entry: Entry, owner: AccountEntry, index: InstrumentIndex): PositionStep[] {
  const { id: recordId, kind, date, account, detail } = entry;
  const key = index.keyOfEntry(entry);
  const quantity = entry.quantity ?? (returnsCapital(entry) ? '0' : undefined);
  const place = { ...accountRefOf(owner), recordId, kind, date };
  return [
    ...(key === undefined || quantity === undefined ? [] : [{ ...place, key, quantity }]),
    ...(detail.legs ?? []).map((leg) => ({
      ...place,
      key: index.keyOf(account, leg.instrument),
      quantity: leg.quantity,
    })),
    ...parentsOf(entry).map((parent) => ({ ...place, key: index.keyOf(account, parent), quantity: '0' })),
    ...(detail.inKind ?? []).map((charge) => ({
      ...place,
      key: index.keyOf(account, charge.instrument),
      quantity: Exact.from(charge.quantity).negated().toString(),
    })),
  ];
}

/** What the cost of a spin-off is taken from. */
function parentsOf({ type, detail }: Entry): Instrument[] {
  if (type !== 'SPIN_OFF') return [];
  return (detail.legs ?? []).flatMap(({ instrument }) => parentOf(instrument) ?? []);
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
