import type { LedgerData } from '../entries/ledger-data.js';
import { collectRates } from './collect-rates.js';
import { Converter } from './converter.js';
import { RateTable } from './rate-table.js';

/** What converts into a base currency with all rates of the ledger; nothing where no base currency is asked for. */
export function converterOf(data: LedgerData, base: string | undefined): Converter | undefined {
  return base === undefined ? undefined : new Converter(base, new RateTable(collectRates(data)));
}
