import { Exact } from '../decimal/exact.js';
import type { Entry } from '../entries/entry.js';

/**
 * Leaves out each booking that was taken back, together with the record that takes it back, so that cost and gains are as if
 * neither had been. The booking is the one that the reversal names, else the latest one of the same kind, instrument and type that
 * it undoes exactly. A reversal whose booking is not known stays, and moves the holding like any other record.
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
  for (const entry of entries) {
    const opposite = isReversal(entry);
    const signature = signatureOf(entry, keyOf(entry), opposite);
    const alike = bookings.get(signature) ?? [];
    if (opposite) {
      const booking = byId.get(entry.detail.reverses ?? '') ?? alike.findLast((each) => !canceled.has(each));
      if (booking !== undefined && !canceled.has(booking)) canceled.add(entry).add(booking);
    } else {
      alike.push(entry);
      bookings.set(signature, alike);
    }
  }
  return entries.filter((entry) => !canceled.has(entry));
}

function isReversal({ status }: Entry): boolean {
  return status === 'REVERSAL';
}

/** Equal for two entries that move the same; those without a quantity are alike to none. */
function signatureOf(entry: Entry, key: string | undefined, opposite: boolean): string {
  const { id, kind, type, quantity, amount, currency } = entry;
  if (key === undefined || quantity === undefined) return `only ${id}`;
  return JSON.stringify([kind, type, key, valueOf(quantity, opposite), valueOf(amount, opposite), currency]);
}

function valueOf(text: string | undefined, opposite: boolean): string | undefined {
  if (text === undefined) return undefined;
  const value = Exact.from(text);
  return (opposite ? value.negated() : value).toString();
}
