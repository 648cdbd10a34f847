import {
  DEFAULT_ACCOUNT_ID,
  type CashMovementDraft,
  type ListQuery,
  type Page,
  type PluginLog,
  type TransactionDraft,
  type TransferDraft,
} from '@bourse/sdk';
import type { Booking } from '../../statement/booking.js';
import { RowError } from '../../statement/row-error.js';
import { toBooking } from '../../statement/to-booking.js';
import { TRADE_SIDES } from '../../statement/to-trade.js';
import type { BitvavoClient } from '../api/client.js';
import type { HistoryItem } from './history-item.js';
import { readHistoryPage } from './history-pages.js';
import { toEntry } from './to-entry.js';
import type { Zone } from './zone.js';

type NotUnderstood = NonNullable<Page<unknown>['unclassified']>[number];

/** The most characters that are kept of a booking that nobody understands. */
const TEXT_MAX = 2000;

/** All that the account ever booked, as the lists of the contract. */
export class HistoryLists {
  readonly #client: BitvavoClient;
  readonly #zone: Zone;
  readonly #log: PluginLog;

  constructor(client: BitvavoClient, zone: Zone, log: PluginLog) {
    this.#client = client;
    this.#zone = zone;
    this.#log = log;
  }

  listTransactions(query: ListQuery): Promise<Page<TransactionDraft>> {
    return this.#list(query, ({ type = '' }) => TRADE_SIDES.has(type), {
      pick: ({ transactions = [] }) => transactions,
      tells: true,
    });
  }

  /** Every booking that is no trade passes here, so that one which nobody understands is told of once. */
  listCashMovements(query: ListQuery): Promise<Page<CashMovementDraft>> {
    return this.#list(query, ({ type = '' }) => !TRADE_SIDES.has(type), {
      pick: ({ cashMovements = [] }) => cashMovements,
      tells: true,
    });
  }

  listTransfers(query: ListQuery): Promise<Page<TransferDraft>> {
    return this.#list(query, ({ type = '' }) => !TRADE_SIDES.has(type), {
      pick: ({ transfers = [] }) => transfers,
      tells: false,
    });
  }

  async #list<Item>(
    query: ListQuery,
    isWanted: (item: HistoryItem) => boolean,
    { pick, tells }: { readonly pick: (booking: Booking) => readonly Item[]; readonly tells: boolean },
  ): Promise<Page<Item>> {
    if (query.accountId !== undefined && query.accountId !== DEFAULT_ACCOUNT_ID) return { items: [] };
    const page = await readHistoryPage(this.#client, this.#zone, query);
    const items: Item[] = [];
    const unclassified: NotUnderstood[] = [];
    for (const item of page.items.filter(isWanted)) {
      const booking = this.#book(item, query);
      if ('reason' in booking) unclassified.push(booking);
      else items.push(...pick(booking));
    }
    return {
      items,
      ...(tells && unclassified.length > 0 ? { unclassified } : {}),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    };
  }

  #book(item: HistoryItem, { since = '', until = '9999-12-31' }: ListQuery): Booking | NotUnderstood {
    try {
      const time = this.#zone.bookingTime(item.executedAt ?? '');
      if (time.date < since || time.date > until) return {};
      const booking = toBooking(toEntry(item), time);
      if (booking === undefined) return notUnderstood(item, 'This type of booking is not known.');
      for (const { code, message } of booking.findings ?? [])
        this.#log.warn('A booking contradicts itself.', { id: item.transactionId ?? '', code, message });
      return booking;
    } catch (error) {
      if (error instanceof RowError) return notUnderstood(item, error.message);
      throw error;
    }
  }
}

function notUnderstood(item: HistoryItem, reason: string): NotUnderstood {
  return { text: JSON.stringify(item).slice(0, TEXT_MAX), reason };
}
