import { PAGE_MAX_ITEMS, type DividendDraft, type ListQuery, type Page } from '@bourse/sdk';
import type { Site } from '../site/site.js';
import type { Products } from '../products/products.js';
import { toAnnounced } from '../dividends/upcoming.js';
import type { BookedDays } from './booked-days.js';
import type { DayStore } from './day-store.js';
import { cursorBehind, placeOf, refuseCursor } from './windows.js';

/** The cursor of the page of announced dividends, behind those of the paid ones. */
const ANNOUNCED = 'announced';

type Item<List extends keyof BookedDays> = BookedDays[List][number];

/** The lists of what was booked, year by year. */
export class BookingLists {
  readonly #site: Site;
  readonly #products: Products;
  readonly #days: DayStore;

  constructor(site: Site, products: Products, days: DayStore) {
    this.#site = site;
    this.#products = products;
    this.#days = days;
  }

  async list<List extends keyof BookedDays>(list: List, query: ListQuery): Promise<Page<Item<List>>> {
    const { intAccount } = await this.#site.client();
    const place = placeOf(query);
    if (place === undefined || (query.accountId ?? intAccount) !== intAccount) return { items: [] };
    const all: readonly Item<List>[] = (await this.#days.get(place.window))[list];
    // A copy, since what was read is kept for the other lists.
    const items = structuredClone(all.slice(place.offset, place.offset + PAGE_MAX_ITEMS));
    const cursor = cursorBehind(place, { shown: items.length, total: all.length }, query);
    return { items, ...(cursor === undefined ? {} : { cursor }) };
  }

  /** Instruments come and go by trades and corporate actions alone. */
  async listTransfers(query: ListQuery): Promise<Page<never>> {
    refuseCursor(query);
    return { items: [] };
  }

  async listDividends(query: ListQuery): Promise<Page<DividendDraft>> {
    if (query.cursor === ANNOUNCED) return this.#listAnnounced(query);
    const page = await this.list('dividends', query);
    return { cursor: ANNOUNCED, ...page };
  }

  async #listAnnounced({ since, until, accountId }: ListQuery): Promise<Page<DividendDraft>> {
    const { intAccount } = await this.#site.client();
    if ((accountId ?? intAccount) !== intAccount) return { items: [] };
    const rows = (await this.#site.ask('reporting', 'v3/ca/{intAccount}')).objects('data');
    const held = await this.#products.held();
    const items = toAnnounced(
      rows,
      intAccount,
      held.map(({ instrument }) => instrument),
    );
    const isAsked = ({ date }: DividendDraft): boolean =>
      (since === undefined || since <= date) && (until === undefined || date <= until);
    return { items: structuredClone(items.filter(isAsked)) };
  }
}
