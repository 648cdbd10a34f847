import { Exact } from '../decimal/exact.js';
import type { Entry } from '../entries/entry.js';
import { applyCorporateAction } from './apply-corporate-action.js';
import { applyReport } from './apply-report.js';
import { applyReturnOfCapital } from './apply-return-of-capital.js';
import { applyTrade } from './apply-trade.js';
import { applyTransfer } from './apply-transfer.js';
import type { Book } from './book.js';
import { returnsCapital, type Moves } from './list-moves.js';
import type { Lot } from './lots.js';
import type { Origins } from './match-transfers.js';

export interface BookkeeperOptions {
  readonly moves: Moves;
  readonly origins: Origins;
  readonly open: (account: number) => Book;
}

/** A book and how far it is kept. */
interface Line {
  readonly book: Book;
  readonly moves: readonly Entry[];
  next: number;
  /** Whether an entry of it waits for another account. */
  waits: boolean;
}

/**
 * Keeps the books of accounts, each in its own order. Units that came from another account of the user wait until they have left
 * there, so that they bring their cost and age; what each account does in between, and what it calls the day, does not matter.
 */
export class Bookkeeper {
  readonly #options: BookkeeperOptions;
  readonly #lines = new Map<number, Line>();
  readonly #departures: ReadonlySet<Entry>;
  /** What left an account for another one, by the entry that took it away; undefined where nobody knows its lots. */
  readonly #sent = new Map<Entry, readonly Lot[] | undefined>();

  constructor(options: BookkeeperOptions) {
    this.#options = options;
    this.#departures = new Set(options.origins.values());
  }

  keep(account: number): Book {
    const line = this.#lineOf(account);
    this.#advance(line, undefined);
    return line.book;
  }

  #lineOf(account: number): Line {
    const known = this.#lines.get(account);
    if (known !== undefined) return known;
    const { moves, open } = this.#options;
    const line: Line = { book: open(account), moves: moves.get(account) ?? [], next: 0, waits: false };
    this.#lines.set(account, line);
    return line;
  }

  /** Applies the entries of a line up to and including one of them, or all. */
  #advance(line: Line, last: Entry | undefined): void {
    for (let entry = line.moves[line.next]; entry !== undefined; entry = line.moves[line.next]) {
      line.waits = true;
      const arriving = this.#arriving(entry);
      line.waits = false;
      line.next += 1;
      this.#apply(line.book, entry, arriving);
      if (entry === last) return;
    }
  }

  /** The lots that an entry brings; undefined too where two accounts wait for each other. */
  #arriving(entry: Entry): readonly Lot[] | undefined {
    const origin = this.#options.origins.get(entry);
    if (origin === undefined) return undefined;
    const source = this.#lineOf(origin.account);
    if (!this.#sent.has(origin) && !source.waits) this.#advance(source, origin);
    return this.#sent.get(origin);
  }

  #apply(book: Book, entry: Entry, arriving: readonly Lot[] | undefined): void {
    if (entry.kind === 'TRANSFER') {
      const lots = applyTransfer(book, entry, arriving);
      if (this.#departures.has(entry)) this.#sent.set(entry, lots);
    } else apply(book, entry);
    takeChargesInKind(book, entry);
  }
}

function apply(book: Book, entry: Entry): void {
  if (entry.kind === 'TRANSACTION') applyTrade(book, entry);
  else if (entry.kind === 'CORPORATE_ACTION') applyCorporateAction(book, entry);
  else if (entry.kind === 'POSITION') applyReport(book, entry);
  else if (returnsCapital(entry)) applyReturnOfCapital(book, entry);
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
