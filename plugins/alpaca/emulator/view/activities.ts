import { json, type Answer, type Call } from '@bourse/sdk/emulator';
import { invalid } from '../errors.js';
import type { AlpacaWorld } from '../guard.js';
import { Refusal } from '../refusal.js';
import { easternDate } from '../scenario/eastern.js';
import { isFill, recordedAt, type Activity } from '../scenario/facts.js';
import { ACTIVITY_TYPES, ofTypes } from './activity-types.js';
import { readInstant } from './read-instant.js';

export const ACTIVITY_QUERY = ['after', 'until', 'date', 'direction', 'page_size', 'page_token'] as const;

const PAGE_MAX = 100;
const ID = /^\d{17}::[0-9a-f-]{36}$/;

/**
 * The list of all activities, or of the type in the path. `after` and `until` compare when an activity was recorded, not
 * its date; pages go on behind the activity whose id is the token, whether it is still there or not.
 *
 * @see https://docs.alpaca.markets/reference/getaccountactivities-2
 */
export function listActivities(call: Call, { scenario }: AlpacaWorld): Answer {
  const { direction, size, token } = readPage(call);
  const sorted = selectActivities(call, scenario.activities).toSorted((one, other) =>
    compare(one.id, other.id),
  );
  const ordered = direction === 'asc' ? sorted : sorted.reverse();
  const isBehind = ({ id }: Activity): boolean =>
    token === undefined || (direction === 'asc' ? compare(id, token) > 0 : compare(id, token) < 0);
  return json(ordered.filter(isBehind).slice(0, size));
}

function selectActivities(call: Call, activities: readonly Activity[]): Activity[] {
  const types = readTypes(call);
  const category = call.query.get('category');
  if (category !== null && types !== undefined) {
    throw new Refusal(invalid('category cannot be used with activity_types'));
  }
  if (category !== null && category !== 'trade_activity' && category !== 'non_trade_activity') {
    throw new Refusal(invalid(`invalid category: ${category}`));
  }
  const isWanted = readTimes(call);
  return activities.filter(
    (activity) =>
      isWanted(activity) &&
      (types === undefined || ofTypes(activity, types)) &&
      (category === null || isFill(activity) === (category === 'trade_activity')),
  );
}

function readTypes({ params, query }: Call): readonly string[] | undefined {
  const given = params.type ?? query.get('activity_types');
  if (given === null) return undefined;
  const types = given.split(',');
  const unknown = types.find((type) => !ACTIVITY_TYPES.has(type));
  if (unknown === undefined) return types;
  throw new Refusal(invalid(`invalid activity type: ${unknown}`));
}

function readTimes({ query }: Call): (activity: Activity) => boolean {
  const date = query.get('date');
  const after = readInstant(query.get('after'), 'after');
  const until = readInstant(query.get('until'), 'until');
  if (date !== null && (after !== undefined || until !== undefined)) {
    throw new Refusal(invalid('date cannot be used with after or until'));
  }
  if (date !== null) return (activity) => easternDate(recordedAt(activity)) === date.slice(0, 10);
  return (activity) =>
    (after === undefined || recordedAt(activity) > after) &&
    (until === undefined || recordedAt(activity) < until);
}

function readPage({ query }: Call): { direction: 'asc' | 'desc'; size: number; token: string | undefined } {
  const direction = query.get('direction') ?? 'desc';
  if (direction !== 'asc' && direction !== 'desc') throw new Refusal(invalid('invalid direction'));
  const token = query.get('page_token') ?? undefined;
  if (token !== undefined && !ID.test(token)) throw new Refusal(invalid('invalid page_token'));
  const limit = query.get('date') === null ? PAGE_MAX : Infinity;
  const given = query.get('page_size');
  const size = given === null ? limit : Number(given);
  if (!(Number.isInteger(size) || size === Infinity) || size < 1 || size > limit) {
    throw new Refusal(invalid('page_size must be between 1 and 100'));
  }
  return { direction, size, token };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
