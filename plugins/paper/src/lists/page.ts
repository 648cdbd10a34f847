import { ProblemError, type CalendarDate, type ListQuery, type Page } from '@bourse/sdk';
import { draw } from '../world/draw.js';

/** The most items of a page. */
const PAGE_ITEMS = 200;

/** A list that pages are cut from. Its order never changes; it grows at its end. */
export interface PagedList<Item> {
  /** Names the list in cursors, so that a cursor of one list is none of another. */
  readonly name: string;
  readonly accountId: string;
  readonly items: readonly Item[];
  /** The booking date that `since` and `until` ask for; absent where the list has none. */
  readonly dateOf?: (item: Item) => CalendarDate;
}

/**
 * The page of a list that a query asks for.
 *
 * @throws ProblemError INVALID_REQUEST for a cursor of another list or query.
 */
export function pageOf<Item>(list: PagedList<Item>, query: ListQuery): Page<Item> {
  const { accountId, since = '', until = '9999-12-31' } = query;
  if (accountId !== undefined && accountId !== list.accountId) return { items: [] };
  const { dateOf } = list;
  const wanted =
    dateOf === undefined
      ? list.items
      : list.items.filter((item) => dateOf(item) >= since && dateOf(item) <= until);
  const stamp = draw(list.name, list.accountId, since, until).toString(36);
  const start = readCursor(query.cursor, stamp);
  const end = start + PAGE_ITEMS;
  // Copies, so that nobody who changes an answer changes the account.
  const items = structuredClone(wanted.slice(start, end));
  return end < wanted.length ? { items, cursor: `${stamp}.${end}` } : { items };
}

function readCursor(cursor: string | undefined, stamp: string): number {
  if (cursor === undefined) return 0;
  const offset = cursor.startsWith(`${stamp}.`) ? cursor.slice(stamp.length + 1) : '';
  if (/^[1-9]\d{0,8}$/.test(offset)) return Number(offset);
  throw new ProblemError({
    code: 'INVALID_REQUEST',
    message: 'The cursor belongs to another list.',
    remedy: 'Begin the list again without a cursor.',
  });
}
