import type { FlexRow } from '../row/flex-row.js';
import { findIn } from '../values/find-in.js';

/** The elements of each section that is read. Those of Trades are told apart by their level of detail. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  AccountInformation: ['AccountInformation'],
  CashReport: ['CashReportCurrency'],
  Trades: ['Trade', 'Order', 'SymbolSummary', 'AssetSummary', 'Lot', 'WashSale'],
  TransactionTaxes: ['TransactionTax', 'TransactionTaxDetail'],
  CashTransactions: ['CashTransaction'],
  SalesTaxes: ['SalesTax'],
  CFDCharges: ['CFDCharge'],
  CorporateActions: ['CorporateAction'],
  Transfers: ['Transfer', 'TransferLot'],
  OpenPositions: ['OpenPosition'],
  OpenDividendAccruals: ['OpenDividendAccrual'],
  ConversionRates: ['ConversionRate'],
};

/** Tells whether a row is of a section that is read, and one of its elements. */
export function isKnownElement({ section, name }: FlexRow): boolean {
  return findIn(ELEMENTS, section)?.includes(name) === true;
}
