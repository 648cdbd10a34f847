import { ProblemError, type ListQuery } from '@bourse/sdk';
import type { BitvavoClient } from '../api/client.js';
import { malformed, readInteger, readList, readObject } from '../api/json.js';
import { readItem, type HistoryItem } from './history-item.js';
import type { Zone } from './zone.js';

const PAGE_ITEMS = 100;

/** Some bookings, and where they go on; without a cursor there are no more. */
export interface HistoryPage {
  readonly items: readonly HistoryItem[];
  readonly cursor: string | undefined;
}

/** Page and last millisecond: with the same end on every page, new bookings do not push others to a next one. */
interface Place {
  readonly page: number;
  readonly end: number;
}

/**
 * One page of all bookings of the days that are asked for.
 *
 * @see https://docs.bitvavo.com/docs/rest-api/get-transaction-history/
 */
export async function readHistoryPage(
  client: BitvavoClient,
  zone: Zone,
  query: ListQuery,
): Promise<HistoryPage> {
  const { page, end } = query.cursor === undefined ? firstPlace(zone, query) : readPlace(query.cursor);
  const start = query.since === undefined ? undefined : zone.startOf(query.since);
  if (start !== undefined && start > end) return { items: [], cursor: undefined };
  const asked = { fromDate: start, toDate: end, page, maxItems: PAGE_ITEMS };
  const answer = readObject(await client.get('/account/history', asked), 'history');
  if (readInteger(answer, 'currentPage', 'history') !== page)
    throw malformed('another page was answered than was asked for.', 'history.currentPage', 'safe');
  return {
    items: readList(answer.items, 'items').map(readItem),
    cursor: page < readInteger(answer, 'totalPages', 'history') ? `${page + 1}:${end}` : undefined,
  };
}

function firstPlace(zone: Zone, { until }: ListQuery): Place {
  const now = Date.now();
  return { page: 1, end: until === undefined ? now : Math.min(now, zone.startOf(until, 1) - 1) };
}

function readPlace(cursor: string): Place {
  const [, page, end] = /^([1-9]\d{0,6}):(\d{1,15})$/.exec(cursor) ?? [];
  if (page === undefined) throw strangeCursor();
  return { page: Number(page), end: Number(end) };
}

export function strangeCursor(): ProblemError {
  return new ProblemError({
    code: 'INVALID_REQUEST',
    message: 'The cursor belongs to another list.',
    remedy: 'Begin the list again without a cursor.',
  });
}
