import { Exact } from '../decimal/exact.js';
import type { Entry } from '../entries/entry.js';

/**
 * Leaves out each booking that was taken back, together with the record that takes it back, so that cost and gains are as if
 * neither had been. The booking is the one that the reversal names, else the latest one of the same kind, instrument and type that
 * it undoes exactly. A reversal stays, and moves the holding like any other record, where its booking is not known, and where
 * between the two a statement says what is held: that counts the booking in.
 *
 * @param entries in the order in which they happened
 * @param keyOf the key of an entry's instrument within its account
 */
export function cancelReversals(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
): readonly Entry[] {
  if (!entries.some(isReversal)) return entries;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const bookings = new Map<string, Entry[]>();
  const canceled = new Set<Entry>();
  const counted = new CountedIn();
  const isOpen = (booking: Entry): boolean => !canceled.has(booking) && !counted.has(booking);
  for (const entry of entries) {
    const opposite = isReversal(entry);
    const key = keyOf(entry);
    const signature = signatureOf(entry, key, opposite);
    const alike = bookings.get(signature) ?? [];
    if (opposite) {
      const booking = byId.get(entry.detail.reverses ?? '') ?? alike.findLast(isOpen);
      if (booking !== undefined && isOpen(booking)) canceled.add(entry).add(booking);
    } else {
      alike.push(entry);
      bookings.set(signature, alike);
    }
    counted.see(entry, key);
  }
  return entries.filter((entry) => !canceled.has(entry));
}

/** The entries that came before a statement of what is held of their instrument. */
class CountedIn {
  readonly #waiting = new Map<string, Entry[]>();
  readonly #counted = new Set<Entry>();

  has(entry: Entry): boolean {
    return this.#counted.has(entry);
  }

  see(entry: Entry, key: string | undefined): void {
    if (key === undefined) return;
    const waiting = this.#waiting.get(key) ?? [];
    this.#waiting.set(key, waiting);
    if (entry.kind !== 'POSITION') waiting.push(entry);
    else for (const each of waiting.splice(0)) this.#counted.add(each);
  }
}

function isReversal({ status }: Entry): boolean {
  return status === 'REVERSAL';
}

/** Equal for two entries that move the same; those that move neither units nor, as dividends, capital are alike to none. */
function signatureOf(entry: Entry, key: string | undefined, opposite: boolean): string {
  const { id, kind, type, quantity, amount, currency } = entry;
  if (key === undefined || (quantity === undefined && kind !== 'DIVIDEND')) return `only ${id}`;
  return JSON.stringify([kind, type, key, valueOf(quantity, opposite), valueOf(amount, opposite), currency]);
}

function valueOf(text: string | undefined, opposite: boolean): string | undefined {
  if (text === undefined) return undefined;
  const value = Exact.from(text);
  return (opposite ? value.negated() : value).toString();
}
