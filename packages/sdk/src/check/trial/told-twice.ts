import { instrumentKey } from '@bourse/core';
import type { Statement } from '@bourse/core/interfaces';
import { recordsOf, type AnyRecord } from '../../testing/contract/records.js';

/**
 * Bookings that files and lists both tell, under ids of which none is the same: a ledger would have them twice. Where
 * one id is the same, further ones are equal bookings of the same day.
 */
export function findToldTwice(files: readonly Statement[], lists: readonly Statement[]): string[] {
  const told = byEvent(files);
  const asked = byEvent(lists);
  return [...told].flatMap(([event, fileIds]) => {
    const listIds = asked.get(event);
    if (listIds === undefined || [...fileIds].some((id) => listIds.has(id))) return [];
    return [`${event}: ${tellIds(fileIds)} in the file, ${tellIds(listIds)} in the lists.`];
  });
}

/** What the institution calls the bookings of each event. */
function byEvent(statements: readonly Statement[]): Map<string, Set<string>> {
  const events = new Map<string, Set<string>>();
  for (const record of statements.flatMap(recordsOf)) {
    const event = eventOf(record);
    if (event === undefined) continue;
    const ids = events.get(event) ?? new Set();
    ids.add([record.source.section, record.source.recordId].filter((part) => part !== undefined).join(' '));
    events.set(event, ids);
  }
  return events;
}

/** Day, instrument, quantity and amount of a booking, whatever its id and account; positions are none. */
function eventOf(record: AnyRecord): string | undefined {
  if ('side' in record) {
    const { tradeDate, side, quantity, instrument, netAmount } = record;
    return [tradeDate, side, quantity, nameOf(instrument), netAmount.amount, netAmount.currency].join(' ');
  }
  if ('money' in record) return [record.date, record.money.amount, record.money.currency].join(' ');
  if ('legs' in record || !('date' in record) || !('quantity' in record)) return undefined;
  return [record.date, record.quantity, nameOf(record.instrument)].join(' ');
}

function nameOf(instrument: Parameters<typeof instrumentKey>[0]): string {
  return instrument.isin ?? instrumentKey(instrument);
}

function tellIds(ids: ReadonlySet<string>): string {
  return [...ids].map((id) => (id === '' ? 'no id' : `"${id}"`)).join(', ');
}
