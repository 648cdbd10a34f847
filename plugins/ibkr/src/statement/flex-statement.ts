import type { Period } from '@bourse/sdk';
import { AccountsReader } from '../account/accounts-reader.js';
import { CashReader } from '../cash/cash-reader.js';
import { toAnnouncedDividend } from '../cash/to-announced-dividend.js';
import { toCfdCharge } from '../cash/to-cfd-charge.js';
import { ActionsReader } from '../corporate/actions-reader.js';
import { PositionsReader } from '../positions/positions-reader.js';
import { RatesReader } from '../rates/rates-reader.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { toSalesTax } from '../taxes/to-sales-tax.js';
import { TransactionTaxesReader } from '../taxes/transaction-taxes-reader.js';
import type { TradeIndex } from '../trades/trade-index.js';
import { TradesReader } from '../trades/trades-reader.js';
import { TransfersReader } from '../transfers/transfers-reader.js';
import type { FlexOutput } from './flex-output.js';
import { findRepeatedSection } from './repeated-sections.js';
import { isKnownElement } from './section-elements.js';
import { readRowByRow } from './row-by-row.js';
import type { SectionReader } from './section-reader.js';

/** What a statement says of itself. */
export interface StatementHead {
  readonly accountId: string;
  readonly period?: Period;
}

/** One statement of a file: one account and one period. Gives each row to the reader of its section. */
export class FlexStatement {
  readonly #output: FlexOutput;
  readonly #accounts: AccountsReader;
  readonly #rates: RatesReader;
  readonly #readers: ReadonlyMap<string, SectionReader>;
  readonly #sections = new Set<string>();
  /** Rows of sections that tell nothing new, by section. */
  readonly #repeats = new Map<string, number[]>();

  constructor(output: FlexOutput, trades: TradeIndex, { accountId, period }: StatementHead) {
    this.#output = output;
    this.#accounts = new AccountsReader(output, accountId, period);
    this.#rates = new RatesReader(output);
    this.#readers = new Map<string, SectionReader>([
      ['AccountInformation', { read: (row) => this.#accounts.readInformation(row), finish: () => {} }],
      ['CashReport', { read: (row) => this.#accounts.readCash(row), finish: () => {} }],
      ['Trades', new TradesReader(output, trades)],
      ['TransactionTaxes', new TransactionTaxesReader(output, trades)],
      ['CashTransactions', new CashReader(output)],
      ['SalesTaxes', readRowByRow(output, (row) => ({ fees: [toSalesTax(row)] }))],
      ['CFDCharges', readRowByRow(output, (row) => ({ cashMovements: [toCfdCharge(row)] }))],
      ['CorporateActions', new ActionsReader(output)],
      ['Transfers', new TransfersReader(output)],
      ['OpenPositions', new PositionsReader(output, period?.to)],
      ['OpenDividendAccruals', readRowByRow(output, (row) => ({ dividends: [toAnnouncedDividend(row)] }))],
      ['ConversionRates', this.#rates],
    ]);
  }

  /** A section is there, be it empty. */
  beginSection(section: string): void {
    this.#sections.add(section);
  }

  read(row: FlexRow): void {
    this.#accounts.observe(row);
    if (row.fault !== undefined)
      this.#output.refuse(row, new RowFault(`The element is broken: ${row.fault}.`));
    else if (findRepeatedSection(row.section) !== undefined) this.#repeat(row);
    else if (isKnownElement(row)) this.#readers.get(row.section)?.read(row);
    else this.#output.keep(row, `${row.name} in the section ${row.section} is not known`);
  }

  finish(): void {
    for (const reader of this.#readers.values()) reader.finish();
    for (const [section, rows] of this.#repeats) this.#settle(section, rows);
    for (const account of this.#accounts.toAccounts(this.#rates.baseCurrency))
      this.#output.addAccount(account);
  }

  #repeat({ section, ordinal }: FlexRow): void {
    const rows = this.#repeats.get(section);
    if (rows === undefined) this.#repeats.set(section, [ordinal]);
    else rows.push(ordinal);
  }

  #settle(section: string, rows: readonly number[]): void {
    const { reason, books = [] } = findRepeatedSection(section) ?? { reason: section };
    if (books.length === 0 || books.some((book) => this.#sections.has(book)))
      this.#output.ignore(reason, rows);
    else
      this.#output.keepAll(
        rows,
        section,
        `the export lacks the section that books this: ${books.join(' or ')}`,
      );
  }
}
