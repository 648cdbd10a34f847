import { z } from 'zod';
import { PAGE_MAX_ITEMS, ProblemError, UnclassifiedItemSchema, type ListQuery } from '../interfaces/index.js';
import { SERVICE_LISTS, type ServiceList } from './connections/lists.js';
import { checkAnswer } from './offered-method.js';
import type { PluginRuntime } from './plugin-runtime.js';

/** A plugin that pages on and on is stopped after this many pages of one list. */
const MAX_PAGES = 10_000;

/**
 * Items of a page that are given on together. What is made of them is forgotten before the next ones come, so that the
 * memory of a host does not grow with the length of a history, nor of a page.
 */
const PIECE_ITEMS = 100;

/** Items are checked when they are read as parts of a statement. */
const LoosePage = z.object({
  items: z.array(z.unknown()).max(PAGE_MAX_ITEMS),
  unclassified: z.array(UnclassifiedItemSchema).max(PAGE_MAX_ITEMS).optional(),
  cursor: z.string().optional(),
});

type LoosePage = z.infer<typeof LoosePage>;

/** How pages are asked for. */
export interface PullOptions {
  readonly query?: Pick<ListQuery, 'since' | 'until'>;
  readonly signal?: AbortSignal | undefined;
  /** For one page, in milliseconds. Default: that of any call. */
  readonly deadlineMs?: number;
  /** Asks for one page, perhaps again. Default: once. */
  readonly ask?: (page: () => Promise<unknown>) => Promise<unknown>;
  /** Told when a page has come. */
  readonly onPage?: (() => void) | undefined;
}

/** Yields everything that the list services of a plugin report, page by page, as parts of a statement. */
export async function* pullServices(
  runtime: PluginRuntime,
  services: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<unknown, void, void> {
  yield* pull(
    runtime,
    SERVICE_LISTS.filter(({ service }) => services.includes(service)),
    { signal },
  );
}

/** Yields what one list of a plugin reports, page by page, as parts of a statement. */
export async function* pullList(
  runtime: PluginRuntime,
  list: ServiceList,
  options: PullOptions,
): AsyncGenerator<unknown, void, void> {
  yield* pull(runtime, [list], options);
}

async function* pull(
  runtime: PluginRuntime,
  lists: readonly ServiceList[],
  options: PullOptions,
): AsyncGenerator<unknown, void, void> {
  const release = runtime.use();
  try {
    // Lists have no rows; what is not understood is counted as if it were some.
    let rowsTotal = 0;
    for (const list of lists) {
      for await (const page of pagesOf(runtime, list, options)) {
        yield* partsOf(list, page, rowsTotal);
        rowsTotal += page.unclassified?.length ?? 0;
      }
    }
    yield { rowsTotal };
  } finally {
    release();
  }
}

/** @param rowsBefore How many there were on the pages before. */
function* partsOf(
  { name }: ServiceList,
  { items, unclassified = [] }: LoosePage,
  rowsBefore: number,
): Generator<unknown> {
  for (const part of divide(items)) yield { [name]: part };
  const rows = unclassified.map((item, index) => ({ ...item, rows: [rowsBefore + index + 1] }));
  for (const part of divide(rows)) yield { unclassified: part };
}

function* divide<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += PIECE_ITEMS)
    yield items.slice(start, start + PIECE_ITEMS);
}

async function* pagesOf(
  runtime: PluginRuntime,
  { service, method }: ServiceList,
  { query = {}, signal, deadlineMs, ask = (page) => page(), onPage }: PullOptions,
): AsyncGenerator<LoosePage, void, void> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const request = cursor === undefined ? query : { ...query, cursor };
    const options = {
      ...(signal === undefined ? {} : { signal }),
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
    };
    const answer = checkAnswer(
      LoosePage,
      await ask(() => runtime.callLoose(service, method, request, options)),
    );
    onPage?.();
    yield answer;
    if (answer.cursor === undefined) return;
    if (answer.cursor === cursor) break;
    cursor = answer.cursor;
  }
  throw new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `The pages of ${service}.${method} never end.`,
  });
}
