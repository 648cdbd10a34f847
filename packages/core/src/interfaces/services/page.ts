import { z } from 'zod';
import { PAGE_MAX_ITEMS } from '../values/limits.js';
import { UnclassifiedSchema } from '../statement/rows.js';
import { CalendarDateSchema, LabelSchema } from '../values/schemas.js';

/** What a list is asked for. `since` and `until` are booking dates and belong to the answer. */
export const ListQuerySchema = z.strictObject({
  accountId: LabelSchema.optional(),
  since: CalendarDateSchema.optional(),
  until: CalendarDateSchema.optional(),
  /** From the former page; opaque, at most 1 KB, good for the same connection, service and query only. */
  cursor: z.string().max(1024).optional(),
});

export type ListQuery = z.infer<typeof ListQuerySchema>;

/** Something that an institution listed and the plugin did not understand. */
export const UnclassifiedItemSchema = UnclassifiedSchema.omit({ rows: true });

export type UnclassifiedItem = z.infer<typeof UnclassifiedItemSchema>;

/** One page of a list; without `cursor` it is the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** What belongs here and became no item, so that nothing is dropped silently. Lists of records only. Contract 1.1. */
  readonly unclassified?: readonly UnclassifiedItem[] | undefined;
  readonly cursor?: string | undefined;
}

/** The schema of a page of `item`, which is a kind of record. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item).max(PAGE_MAX_ITEMS),
    unclassified: z.array(UnclassifiedItemSchema).max(PAGE_MAX_ITEMS).optional(),
    cursor: z.string().max(1024).optional(),
  });
}
