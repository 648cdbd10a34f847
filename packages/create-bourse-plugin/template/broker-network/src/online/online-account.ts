import type {
  Account,
  CashMovementDraft,
  FeeDraft,
  ListQuery,
  Page,
  PositionDraft,
  TransactionDraft,
} from '@bourse/sdk';
import { get } from '../api/get.js';
import { pageOf, strangeCursor } from '../api/cursor.js';
import { listOf, nextPageOf } from '../api/members.js';
import { readBookings, type BookingPage } from './read-bookings.js';
import { toAccount } from './to-account.js';
import { toPosition } from './to-position.js';

/** The account behind the connection: what it holds, and all that was ever booked. */
export class OnlineAccount {
  async listAccounts(query: ListQuery): Promise<Page<Account>> {
    refuseCursor(query);
    const account = await this.#find(query);
    return { items: account === undefined ? [] : [account] };
  }

  async listPositions(query: ListQuery): Promise<Page<PositionDraft>> {
    refuseCursor(query);
    const account = await this.#find(query);
    if (account === undefined) return { items: [] };
    const positions = listOf(await get('/v1/positions'), 'positions');
    return { items: positions.map((position) => toPosition(position, account.id)) };
  }

  async listTransactions(query: ListQuery): Promise<Page<TransactionDraft>> {
    const { records, cursor } = await this.#listBookings(query);
    return { items: records.flatMap((one) => (one.list === 'transactions' ? [one.draft] : [])), cursor };
  }

  /** Bookings that nobody understands are told of here, and in no other list. */
  async listCashMovements(query: ListQuery): Promise<Page<CashMovementDraft>> {
    const { records, unclassified, cursor } = await this.#listBookings(query);
    const items = records.flatMap((one) => (one.list === 'cashMovements' ? [one.draft] : []));
    return { items, cursor, ...(unclassified.length === 0 ? {} : { unclassified }) };
  }

  async listFees(query: ListQuery): Promise<Page<FeeDraft>> {
    const { records, cursor } = await this.#listBookings(query);
    return { items: records.flatMap((one) => (one.list === 'fees' ? [one.draft] : [])), cursor };
  }

  async listNothing(query: ListQuery): Promise<Page<never>> {
    refuseCursor(query);
    return { items: [] };
  }

  /** Each page of ours is one page of the institution. */
  async #listBookings(query: ListQuery): Promise<BookingPage> {
    const page = pageOf(query.cursor);
    const account = await this.#find(query);
    if (account === undefined) return { records: [], unclassified: [], cursor: undefined };
    const answer = await get('/v1/bookings', { from: query.since, to: query.until, page });
    return { ...readBookings(listOf(answer, 'bookings'), account.id), cursor: nextPageOf(answer, page) };
  }

  /** Undefined where another account is asked for. */
  async #find({ accountId }: ListQuery): Promise<Account | undefined> {
    const account = toAccount(await get('/v1/account'));
    return accountId === undefined || accountId === account.id ? account : undefined;
  }
}

/** Lists that have one page give no cursor. */
function refuseCursor({ cursor }: ListQuery): void {
  if (cursor !== undefined) throw strangeCursor();
}
