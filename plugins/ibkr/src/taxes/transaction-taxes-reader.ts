import type { FeeDraft } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { toMoney } from '../row/unit.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { LevelChoice } from '../statement/level-choice.js';
import type { SectionReader } from '../statement/section-reader.js';
import { isSummary } from '../statement/summary-level.js';
import type { TradeIndex } from '../trades/trade-index.js';
import { compact } from '../values/compact.js';

/**
 * The section TransactionTaxes. A tax that its trade has among its charges is a repeat, one whose trade has none a fee,
 * and one that may be either is kept. Trades may
 * come later, so the rows wait for the end of the statement.
 */
export class TransactionTaxesReader implements SectionReader {
  readonly #output: FlexOutput;
  readonly #trades: TradeIndex;
  readonly #rows: FlexRow[] = [];
  readonly #levels: LevelChoice;

  constructor(output: FlexOutput, trades: TradeIndex) {
    this.#output = output;
    this.#trades = trades;
    this.#levels = new LevelChoice({
      read: (row) => this.#rows.push(row),
      ignore: (rows) => output.ignoreRows('summary of transaction taxes', rows),
    });
  }

  read(row: FlexRow): void {
    if (isSummary(row)) this.#levels.second(row);
    else this.#levels.first(row);
  }

  finish(): void {
    this.#levels.finish();
    for (const row of this.#rows) {
      const isRepeat = this.#trades.hasTaxesOf(findTradeId(row));
      if (isRepeat === undefined)
        this.#output.keep(row, 'nothing tells whether a trade has it among its charges');
      else if (isRepeat)
        this.#output.ignore('taxes that their trades have among their charges', [row.ordinal]);
      else this.#output.attempt(row, () => this.#output.book({ fees: [toTaxFee(row)] }));
    }
  }
}

function findTradeId(row: FlexRow): string | undefined {
  return row.id('tradeId') ?? row.id('tradeID');
}

/** Printed below 0 where it costs. */
function toTaxFee(row: FlexRow): FeeDraft {
  const time = row.time('date');
  const date = row.date('reportDate') ?? time?.date;
  if (date === undefined) throw new RowFault('date is missing.', 'date');
  return compact({
    source: compact({
      section: row.section,
      groupId: findTradeId(row),
      printedTime: time?.printedTime,
      rows: [row.ordinal],
    }),
    accountId: row.account,
    kind: 'TRANSACTION_TAX' as const,
    status: 'BOOKED' as const,
    money: toMoney(row.neededDecimal('taxAmount'), row.unit()),
    date,
    bookedAt: time?.date === date ? time.instant : undefined,
    description: row.text('taxDescription') ?? '',
    instrument: toInstrument(row, { name: row.label('description') }),
    raw: [row.raw()],
  });
}
