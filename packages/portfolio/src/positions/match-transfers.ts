import type { Charge } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import type { Entry } from '../entries/entry.js';
import { commonKeyOf, type InstrumentIndex } from '../instruments/instrument-index.js';
import { parseStored } from '../ledger/parse-stored.js';
import type { Moves } from './list-moves.js';

/** Transfers between the user's own accounts: to the entry that brings units the one that took them away. */
export type Origins = ReadonlyMap<Entry, Entry>;

/** How many days units may be on their way, or be there before they are said to have left. */
const TRANSIT_DAYS = 7;

/** With more departures that look alike none can be told from the others, and looking at all of them would take long. */
const MOST_ALIKE = 100;

const DAY_IN_MILLISECONDS = 86_400_000;

/** One end of what may be a transfer between two accounts. */
interface End {
  readonly entry: Entry;
  /** What the instrument is known by across accounts. */
  readonly instrument: string;
  /** Positive, in units that may arrive: what left, with or without the charges that are included in it. */
  readonly quantities: readonly Exact[];
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Lower case, since institutions print the same id in either. */
  readonly txId: string | undefined;
}

interface Pair {
  readonly departure: End;
  readonly arrival: End;
}

/**
 * Finds where units came from: first what has the same id on its network, then of the same instrument and quantity what is nearest
 * in days. Where several fit equally well, nobody knows, and none of them is matched.
 */
export function matchTransfers(moves: Moves, index: InstrumentIndex): Origins {
  const transfers = [...moves.values()].flatMap((entries) => entries.filter(isTransfer));
  const departures = transfers
    .filter(({ type }) => type === 'TRANSFER_OUT')
    .flatMap((entry) => endOf(entry, index));
  const arrivals = transfers
    .filter(({ type }) => type === 'TRANSFER_IN')
    .flatMap((entry) => endOf(entry, index));
  const origins = new Map<Entry, Entry>();
  if (departures.length === 0 || arrivals.length === 0) return origins;
  const settled = new Set<End>();
  const settle = (pairs: readonly Pair[]): void => {
    for (const { departure, arrival } of settlePairs(pairs, settled))
      origins.set(arrival.entry, departure.entry);
  };
  settle(pairsByTxId(departures, arrivals));
  const places = placesOf(departures);
  for (let days = 0; days <= TRANSIT_DAYS; days += 1)
    settle(
      arrivals
        .filter((arrival) => !settled.has(arrival))
        .flatMap((arrival) => pairsAt(arrival, new Set([arrival.day - days, arrival.day + days]), places)),
    );
  return origins;
}

function isTransfer({ kind, status, type, quantity }: Entry): boolean {
  if (kind !== 'TRANSFER' || status !== 'BOOKED' || quantity === undefined) return false;
  return quantity.startsWith('-') ? type === 'TRANSFER_OUT' : type === 'TRANSFER_IN';
}

function endOf(entry: Entry, index: InstrumentIndex): End[] {
  const instrument = index.get(entry.instrument);
  const quantity = Exact.from(entry.quantity ?? '0').absolute();
  if (instrument === undefined || quantity.isZero) return [];
  const net = entry.type === 'TRANSFER_OUT' ? quantity.minus(includedIn(entry, index)) : quantity;
  return [
    {
      entry,
      instrument: commonKeyOf(instrument),
      quantities: net.equals(quantity) ? [quantity] : [quantity, net],
      day: Date.parse(entry.date) / DAY_IN_MILLISECONDS,
      txId: entry.detail.txId?.toLowerCase(),
    },
  ];
}

/** The charges in kind that are inside the quantity of a transfer: they do not arrive. */
function includedIn({ account, charges, instrument }: Entry, index: InstrumentIndex): Exact {
  const moved = index.get(instrument);
  if (charges === undefined || moved === undefined) return Exact.ZERO;
  const key = index.keyOf(account, moved);
  return parseStored<Charge[]>(charges)
    .filter((charge) => 'quantity' in charge && charge.included === true)
    .reduce(
      (sum, charge) =>
        'quantity' in charge && index.keyOf(account, charge.instrument) === key
          ? sum.plus(Exact.from(charge.quantity))
          : sum,
      Exact.ZERO,
    );
}

/** Pairs whose ends occur in no other one; the ends of all pairs are settled by that, also those that stay alone. */
function settlePairs(pairs: readonly Pair[], settled: Set<End>): Pair[] {
  const free = pairs.filter(({ departure, arrival }) => !settled.has(departure) && !settled.has(arrival));
  const counts = new Map<End, number>();
  for (const end of free.flatMap(({ departure, arrival }) => [departure, arrival]))
    counts.set(end, (counts.get(end) ?? 0) + 1);
  for (const end of counts.keys()) settled.add(end);
  return free.filter(({ departure, arrival }) => counts.get(departure) === 1 && counts.get(arrival) === 1);
}

/** The same transaction of a network; less may arrive than left where its fee is not told. */
function pairsByTxId(departures: readonly End[], arrivals: readonly End[]): Pair[] {
  const key = ({ instrument, txId }: End): string => JSON.stringify([instrument, txId]);
  const byId = Map.groupBy(
    departures.filter(({ txId }) => txId !== undefined),
    key,
  );
  return arrivals
    .filter(({ txId }) => txId !== undefined)
    .flatMap((arrival) =>
      alikeAt(key(arrival), byId)
        .filter((departure) => areApart(departure, arrival) && isCovered(departure, arrival))
        .map((departure) => ({ departure, arrival })),
    );
}

/** Departures by instrument, day and quantity. */
function placesOf(departures: readonly End[]): ReadonlyMap<string, readonly End[]> {
  const places = new Map<string, End[]>();
  for (const end of departures)
    for (const quantity of end.quantities) {
      const place = placeOf(end.instrument, end.day, quantity);
      const ends = places.get(place) ?? [];
      ends.push(end);
      places.set(place, ends);
    }
  return places;
}

function pairsAt(
  arrival: End,
  days: ReadonlySet<number>,
  places: ReadonlyMap<string, readonly End[]>,
): Pair[] {
  return [...days]
    .flatMap((day) =>
      arrival.quantities.flatMap((quantity) => alikeAt(placeOf(arrival.instrument, day, quantity), places)),
    )
    .filter((departure) => areApart(departure, arrival) && !areTold(departure, arrival))
    .map((departure) => ({ departure, arrival }));
}

function alikeAt(place: string, departures: ReadonlyMap<string, readonly End[]>): readonly End[] {
  const alike = departures.get(place) ?? [];
  return alike.length > MOST_ALIKE ? [] : alike;
}

function placeOf(instrument: string, day: number, quantity: Exact): string {
  return JSON.stringify([instrument, day, quantity.toString()]);
}

function areApart(departure: End, arrival: End): boolean {
  return departure.entry.account !== arrival.entry.account;
}

/** Whether both name a transaction of a network: then the id alone says whether it is the same one. */
function areTold(departure: End, arrival: End): boolean {
  return departure.txId !== undefined && arrival.txId !== undefined;
}

function isCovered(departure: End, arrival: End): boolean {
  const [left] = departure.quantities;
  return arrival.quantities.every((arrived) => left !== undefined && left.compare(arrived) >= 0);
}
