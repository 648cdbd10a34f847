import { ProblemError, type Page, type UnclassifiedItem } from '@bourse/sdk';
import type { Activity } from './api/activity.js';
import { Unclear } from './records/booking.js';

/** What the contract takes of a row's text and of a reason. */
const TEXT_LENGTH = 4_096;

/** The records of some rows, and the rows that became none because nobody understands them. */
export type Sorted<Item> = Pick<Page<Item>, 'items' | 'unclassified'>;

/** Rows that no mapper understands: on the page where they belong, and counted for the plugin's health. */
export class Unclassified {
  readonly #ids = new Set<string>();

  get count(): number {
    return this.#ids.size;
  }

  /** @param map Throws Unclear or a problem for a row that it cannot understand. */
  sort<Item>(activities: readonly Activity[], map: (activity: Activity) => readonly Item[]): Sorted<Item> {
    const items: Item[] = [];
    const unclassified: UnclassifiedItem[] = [];
    for (const activity of activities) {
      try {
        items.push(...map(activity));
      } catch (error) {
        if (!(error instanceof Unclear) && !(error instanceof ProblemError)) throw error;
        this.#ids.add(activity.id);
        unclassified.push(shown(activity, error.message));
      }
    }
    return unclassified.length === 0 ? { items } : { items, unclassified };
  }
}

function shown({ raw }: Activity, reason: string): UnclassifiedItem {
  return { text: JSON.stringify(raw).slice(0, TEXT_LENGTH), reason: reason.slice(0, TEXT_LENGTH) };
}
