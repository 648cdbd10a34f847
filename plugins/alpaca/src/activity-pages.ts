import { ProblemError, type ListQuery } from '@bourse/sdk';
import { readActivity, type Activity } from './api/activity.js';
import type { AlpacaClient } from './api/client.js';
import { ACTIVITY_PAGE, listActivities, type ActivitiesQuery } from './api/endpoints.js';
import { addDays } from './eastern.js';

/** Some activities, oldest first, and where they go on; without a token there are no more. */
export interface ActivityPage {
  readonly activities: readonly Activity[];
  readonly token: string | undefined;
}

/** How long before its booking date an activity may have been recorded. */
const EARLY_DAYS = 5;
const DAY_LENGTH = 8;
const STAMP_LENGTH = 17;

/** A page of whatever length Alpaca gives it. */
export async function readPage(
  client: AlpacaClient,
  filter: Pick<ActivitiesQuery, 'types' | 'category'>,
  query: ListQuery,
  token: string | undefined,
): Promise<ActivityPage> {
  const after = query.since === undefined ? undefined : addDays(query.since, -EARLY_DAYS);
  const rows = (await listActivities(client, { ...filter, after, token })).map(readActivity);
  if (rows.length < ACTIVITY_PAGE) return { activities: forward(rows, token), token: undefined };
  const fresh = forward(rows, token);
  const last = fresh.at(-1);
  if (last === undefined) {
    throw new ProblemError({
      code: 'MALFORMED_RESPONSE',
      message: 'Alpaca gave the same page of activities again.',
      retry: 'safe',
    });
  }
  return { activities: fresh, token: last.id };
}

/** A page that ends with the end of a day, so that all bookings of one event are on it. */
export async function readDays(
  client: AlpacaClient,
  filter: Pick<ActivitiesQuery, 'types' | 'category'>,
  query: ListQuery,
  start: string | undefined,
): Promise<ActivityPage> {
  const activities: Activity[] = [];
  let token = start;
  for (;;) {
    const page = await readPage(client, filter, query, token);
    activities.push(...page.activities);
    if (page.token === undefined) return { activities, token: undefined };
    token = page.token;
    const unfinished = dayOf(token);
    const complete = activities.filter(({ id }) => dayOf(id) !== unfinished);
    if (complete.length > 0) return { activities: complete, token: complete.at(-1)?.id };
  }
}

/** Whether an activity is of the account and the days that are asked for. */
export function isAskedFor({ date }: Activity, { since = '', until = '9999-12-31' }: ListQuery): boolean {
  return date >= since && date <= until;
}

/** Rows behind the token; a page that came a second time has none. */
function forward(rows: readonly Activity[], token: string | undefined): Activity[] {
  if (token === undefined) return [...rows];
  const stamp = token.slice(0, STAMP_LENGTH);
  return rows.filter(({ id }) => id !== token && id.slice(0, STAMP_LENGTH) >= stamp);
}

function dayOf(id: string): string {
  return id.slice(0, DAY_LENGTH);
}
