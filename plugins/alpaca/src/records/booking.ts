import type { DraftSource, RawRow } from '@bourse/sdk';
import type { Activity } from '../api/activity.js';

/** The account whose activities are read. */
export interface Owner {
  /** The account number. */
  readonly accountId: string;
  /** The currency of what names none. */
  readonly currency: string;
}

/** What a row says that none of the mappers understands. */
export class Unclear extends Error {
  override readonly name = 'Unclear';
}

const SECTION = 'activities';

/** Where a record of these activities comes from; the first one is its anchor. */
export function sourceOf(activity: Activity, part?: string): DraftSource {
  return { section: SECTION, recordId: activity.id, ...(part === undefined ? {} : { part }) };
}

export function rawOf(...activities: readonly Activity[]): { raw: RawRow[] } {
  return { raw: activities.map(({ raw }) => raw) };
}

export function currencyOf(activity: Activity, owner: Owner): string {
  return activity.currency ?? owner.currency;
}

/** @throws Unclear where the row lacks it */
export function need<Name extends 'symbol' | 'quantity' | 'price' | 'netAmount'>(
  activity: Activity,
  name: Name,
): string {
  const value = activity[name];
  if (value === undefined) throw new Unclear(`A row of type ${activity.type} without ${name}.`);
  return value;
}
