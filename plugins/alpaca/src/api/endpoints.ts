import { readList, Fields } from './fields.js';
import type { AlpacaClient } from './client.js';

/** The most rows of a page of activities. */
export const ACTIVITY_PAGE = 100;

/** Which activities are asked for. */
export interface ActivitiesQuery {
  /** Either types or a category, never both. */
  readonly types?: readonly string[];
  readonly category?: 'non_trade_activity';
  /** Only what was recorded after the beginning of this day, whatever its booking date is. */
  readonly after?: string | undefined;
  /** The id behind which the page begins. */
  readonly token?: string | undefined;
}

/** @see https://docs.alpaca.markets/reference/getaccount-1 */
export function getAccount(client: AlpacaClient): Promise<unknown> {
  return client.getTrading('/v2/account');
}

/** @see https://docs.alpaca.markets/reference/getallopenpositions */
export async function listPositions(client: AlpacaClient): Promise<readonly unknown[]> {
  return readList(await client.getTrading('/v2/positions'), 'positions');
}

/** Activities, oldest first. @see https://docs.alpaca.markets/reference/getaccountactivities-2 */
export async function listActivities(
  client: AlpacaClient,
  { types, category, after, token }: ActivitiesQuery,
): Promise<readonly unknown[]> {
  const answer = await client.getTrading('/v2/account/activities', {
    activity_types: types?.join(','),
    category,
    after,
    direction: 'asc',
    page_size: String(ACTIVITY_PAGE),
    page_token: token,
  });
  return readList(answer, 'activities');
}

/** @see https://docs.alpaca.markets/reference/stocklatestquotes-1 */
export async function listLatestQuotes(
  client: AlpacaClient,
  query: { readonly symbols: readonly string[]; readonly feed: string },
): Promise<Fields> {
  const answer = await client.getData('/v2/stocks/quotes/latest', {
    symbols: query.symbols.join(','),
    feed: query.feed,
  });
  return new Fields(new Fields(answer, 'quotes').value('quotes'), 'quotes');
}

/** @see https://docs.alpaca.markets/reference/stockbars */
export async function listBars(
  client: AlpacaClient,
  query: Readonly<Record<string, string | undefined>>,
): Promise<Fields> {
  return new Fields(await client.getData('/v2/stocks/bars', query), 'bars');
}
