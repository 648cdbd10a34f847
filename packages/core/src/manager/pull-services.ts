import { z } from 'zod';
import { ProblemError, type ServiceName } from '../interfaces/index.js';
import { checkAnswer } from './offered-method.js';
import type { PluginRuntime } from './plugin-runtime.js';

/** The methods that list records, by service, with the list of a statement that their items belong to. */
const LISTS: readonly { service: ServiceName; method: string; list: string }[] = [
  { service: 'account', method: 'listAccounts', list: 'accounts' },
  { service: 'transaction', method: 'listTransactions', list: 'transactions' },
  { service: 'cash', method: 'listCashMovements', list: 'cashMovements' },
  { service: 'cash', method: 'listTransfers', list: 'transfers' },
  { service: 'dividend', method: 'listDividends', list: 'dividends' },
  { service: 'fee', method: 'listFees', list: 'fees' },
  { service: 'corporateAction', method: 'listCorporateActions', list: 'corporateActions' },
  { service: 'portfolio', method: 'listPositions', list: 'positions' },
];

/** A plugin that pages on and on is stopped after this many pages of one list. */
const MAX_PAGES = 10_000;

const LoosePage = z.object({ items: z.array(z.unknown()), cursor: z.string().optional() });

/** Yields everything that the list services of a plugin report, page by page, as parts of a statement. */
export async function* pullServices(
  runtime: PluginRuntime,
  services: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<unknown, void, void> {
  const release = runtime.use();
  try {
    for (const { service, method, list } of LISTS) {
      if (!services.includes(service)) continue;
      for await (const items of pagesOf(runtime, service, method, signal)) yield { [list]: items };
    }
    yield { rowsTotal: 0 };
  } finally {
    release();
  }
}

async function* pagesOf(
  runtime: PluginRuntime,
  service: ServiceName,
  method: string,
  signal?: AbortSignal,
): AsyncGenerator<unknown[], void, void> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = cursor === undefined ? {} : { cursor };
    const answer = checkAnswer(
      LoosePage,
      await runtime.callLoose(service, method, query, signal === undefined ? {} : { signal }),
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
