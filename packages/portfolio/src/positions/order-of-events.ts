import { compareText } from '../entries/compare.js';
import type { Entry } from '../entries/entry.js';

/** An entry with its place within its day. */
interface Event {
  readonly entry: Entry;
  readonly phase: number;
  readonly rank: number;
}

/** Parts of a day, in order. */
const PHASE = { ACTIONS: 0, UNTIMED_OPENINGS: 1, TIMED: 2, UNTIMED_CLOSINGS: 3, REPORTS: 4 } as const;

/**
 * Puts what moves holdings into the order in which it happened: by date; corporate actions without an instant, and capital that is
 * given back, before everything else of the day; by instant; reported positions of a day at its end. What opens without an instant counts as there before
 * anything of that day was closed: where the institution does not say which it is, what comes in opens. Where all that is equal,
 * what opens comes before what closes, so that cash for a fraction takes of what a merger brought; then the record's id decides.
 */
export function orderEvents(entries: readonly Entry[]): Entry[] {
  const events = entries.map((entry): Event => ({
    entry,
    phase: phaseOf(entry),
    rank: opens(entry) ? 0 : 1,
  }));
  return events.sort(compareEvents).map(({ entry }) => entry);
}

function phaseOf(entry: Entry): number {
  const { kind, at } = entry;
  if (at !== undefined) return PHASE.TIMED;
  if (kind === 'CORPORATE_ACTION' || kind === 'DIVIDEND') return PHASE.ACTIONS;
  if (kind === 'POSITION') return PHASE.REPORTS;
  return opens(entry) ? PHASE.UNTIMED_OPENINGS : PHASE.UNTIMED_CLOSINGS;
}

function opens({ quantity, detail }: Entry): boolean {
  if (detail.effect === 'OPEN') return true;
  if (detail.effect === 'CLOSE') return false;
  if (detail.legs !== undefined) return detail.legs.some((leg) => !leg.quantity.startsWith('-'));
  return quantity?.startsWith('-') !== true;
}

function compareEvents(left: Event, right: Event): number {
  return (
    compareText(left.entry.date, right.entry.date) ||
    left.phase - right.phase ||
    compareText(left.entry.at ?? '', right.entry.at ?? '') ||
    left.rank - right.rank ||
    compareText(left.entry.id, right.entry.id)
  );
}
