import {
  isCalendarDate,
  isCurrency,
  isDecimal,
  type Page,
  type RatesRequest,
  type ReferenceRate,
} from '@bourse/sdk';
import { pageOf } from './api/cursor.js';
import { get } from './api/get.js';
import { listOf, malformed, nextPageOf, textOf } from './api/members.js';

/** Rates of days in euros. Each page of ours is one page of the institution. */
export async function listFxRates({ since, until, cursor }: RatesRequest): Promise<Page<ReferenceRate>> {
  const answer = await get('/v1/rates', { from: since, to: until, page: pageOf(cursor) });
  return { items: listOf(answer, 'rates').flatMap(toRate), cursor: nextPageOf(answer, cursor) };
}

/** Currencies that ISO 4217 does not list are left out: nothing can be booked in them. */
function toRate(told: unknown): ReferenceRate[] {
  const [date, quote, rate] = [textOf(told, 'date'), textOf(told, 'currency'), textOf(told, 'rate')];
  if (!isCurrency(quote)) return [];
  if (!isCalendarDate(date)) throw malformed('A rate has no date.', 'rates.date');
  if (!isDecimal(rate)) throw malformed('A rate is no number.', 'rates.rate');
  return [{ base: 'EUR', quote, rate, source: 'REFERENCE', date }];
}
