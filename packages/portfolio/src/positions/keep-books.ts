import { isInAccount, type Filter } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { InstrumentIndex } from '../instruments/instrument-index.js';
import { collectOrderRates } from '../rates/collect-rates.js';
import { converterOf } from '../rates/converter-of.js';
import type { Converter } from '../rates/converter.js';
import { Book } from './book.js';
import { Bookkeeper } from './bookkeeper.js';
import { listMoves } from './list-moves.js';
import type { CostMethod } from './lots.js';
import { matchTransfers } from './match-transfers.js';

/** How positions are to be told. */
export interface PositionOptions extends Filter {
  /** The currency of totals. */
  readonly base?: string | undefined;
  /** `AVERAGE` unless said otherwise. */
  readonly method?: CostMethod | undefined;
}

/** The books of all accounts, and what they were kept with. */
export interface Books {
  readonly books: readonly Book[];
  readonly index: InstrumentIndex;
  readonly converter: Converter | undefined;
}

/** Applies everything that moved holdings up to the last day asked for. */
export function keepBooks(
  data: LedgerData,
  { account, until, base, method = 'AVERAGE' }: PositionOptions,
): Books {
  const index = new InstrumentIndex(data);
  const converter = converterOf(data, base);
  const orderRates = collectOrderRates(data);
  const moves = listMoves(data, index, until);
  const keeper = new Bookkeeper({
    moves,
    origins: matchTransfers(moves, index),
    open: (key) => new Book({ account: key, method, index, converter, orderRates }),
  });
  const books = [...data.accounts.values()]
    .filter((entry) => isInAccount({ account }, entry))
    .map(({ key }) => keeper.keep(key));
  return { books, index, converter };
}
