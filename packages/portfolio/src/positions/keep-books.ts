import { Exact } from '../decimal/exact.js';
import type { Entry } from '../entries/entry.js';
import { isInAccount, type Filter } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { InstrumentIndex } from '../instruments/instrument-index.js';
import { collectOrderRates } from '../rates/collect-rates.js';
import { converterOf } from '../rates/converter-of.js';
import type { Converter } from '../rates/converter.js';
import { applyCorporateAction } from './apply-corporate-action.js';
import { applyReport } from './apply-report.js';
import { applyTrade } from './apply-trade.js';
import { applyTransfer } from './apply-transfer.js';
import { Book } from './book.js';
import { cancelReversals } from './cancel-reversals.js';
import type { CostMethod } from './lots.js';
import { orderEvents } from './order-of-events.js';

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

const MOVES_HOLDINGS: ReadonlySet<string> = new Set([
  'TRANSACTION',
  'TRANSFER',
  'CORPORATE_ACTION',
  'POSITION',
]);

/** Applies everything that moved holdings up to the last day asked for. */
export function keepBooks(
  data: LedgerData,
  { account, until, base, method = 'AVERAGE' }: PositionOptions,
): Books {
  const index = new InstrumentIndex(data);
  const converter = converterOf(data, base);
  const orderRates = collectOrderRates(data);
  const moves = data.entries.filter(
    ({ kind, date, detail }) =>
      (MOVES_HOLDINGS.has(kind) || detail.inKind !== undefined) && (until === undefined || date <= until),
  );
  const byAccount = Map.groupBy(moves, (entry) => entry.account);
  const books = [...data.accounts.values()]
    .filter((entry) => isInAccount({ account }, entry))
    .map(({ key }) => {
      const book = new Book({ account: key, method, index, converter, orderRates });
      const events = orderEvents(byAccount.get(key) ?? []);
      for (const entry of cancelReversals(events, (each) => index.keyOfEntry(each))) apply(book, entry);
      return book;
    });
  return { books, index, converter };
}

function apply(book: Book, entry: Entry): void {
  switch (entry.kind) {
    case 'TRANSACTION':
      applyTrade(book, entry);
      break;
    case 'TRANSFER':
      applyTransfer(book, entry);
      break;
    case 'CORPORATE_ACTION':
      applyCorporateAction(book, entry);
      break;
    case 'POSITION':
      applyReport(book, entry);
      break;
    default:
      break;
  }
  takeChargesInKind(book, entry);
}

/** A charge in kind takes units away with their cost; what they were worth is nobody's gain. */
function takeChargesInKind(book: Book, { detail, date, id }: Entry): void {
  for (const { instrument, quantity } of detail.inKind ?? []) {
    const change = Exact.from(quantity).negated();
    if (change.isZero) continue;
    book
      .holdingOf(instrument)
      .move({ quantity: change, cost: undefined, date, recordId: id, mayOpen: change.isPositive });
  }
}
