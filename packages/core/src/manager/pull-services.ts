import { z } from 'zod';
import { ProblemError, type ListQuery } from '../interfaces/index.js';
import { SERVICE_LISTS, type ServiceList } from './connections/lists.js';
import { checkAnswer } from './offered-method.js';
import type { PluginRuntime } from './plugin-runtime.js';

/** A plugin that pages on and on is stopped after this many pages of one list. */
const MAX_PAGES = 10_000;

const LoosePage = z.object({ items: z.array(z.unknown()), cursor: z.string().optional() });

/** How pages are asked for. */
export interface PullOptions {
  readonly query?: Pick<ListQuery, 'since' | 'until'>;
  readonly signal?: AbortSignal | undefined;
  /** Asks for one page, perhaps again. Default: once. */
  readonly ask?: (page: () => Promise<unknown>) => Promise<unknown>;
}

/** Yields everything that the list services of a plugin report, page by page, as parts of a statement. */
export async function* pullServices(
  runtime: PluginRuntime,
  services: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<unknown, void, void> {
  const release = runtime.use();
  try {
    for (const list of SERVICE_LISTS) {
      if (!services.includes(list.service)) continue;
      for await (const items of pagesOf(runtime, list, { signal })) yield { [list.name]: items };
    }
    yield { rowsTotal: 0 };
  } finally {
    release();
  }
}

/** Yields what one list of a plugin reports, page by page, as parts of a statement. */
export async function* pullList(
  runtime: PluginRuntime,
  list: ServiceList,
  options: PullOptions,
): AsyncGenerator<unknown, void, void> {
  const release = runtime.use();
  try {
    for await (const items of pagesOf(runtime, list, options)) yield { [list.name]: items };
    yield { rowsTotal: 0 };
  } finally {
    release();
  }
}

async function* pagesOf(
  runtime: PluginRuntime,
  { service, method }: ServiceList,
  { query = {}, signal, ask = (page) => page() }: PullOptions,
): AsyncGenerator<unknown[], void, void> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const request = cursor === undefined ? query : { ...query, cursor };
    const options = signal === undefined ? {} : { signal };
    const answer = checkAnswer(
      LoosePage,
      await ask(() => runtime.callLoose(service, method, request, options)),
    );
    yield answer.items;
    if (answer.cursor === undefined) return;
    if (answer.cursor === cursor) break;
    cursor = answer.cursor;
  }
  throw new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `The pages of ${service}.${method} never end.`,
  });
}
