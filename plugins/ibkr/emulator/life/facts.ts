import { findElements, type FlexElement } from './element.js';
import { readNewYorkTime } from './new-york-time.js';

type Attributes = FlexElement['attributes'];

/** Cash of one currency at the end of the life. */
export interface CashFact {
  readonly currency: string;
  readonly ending: number;
  readonly settled: number;
}

export interface AccountFact {
  readonly id: string;
  readonly currency: string;
  readonly name: string;
  readonly type: string;
  readonly openedAt: number;
  readonly cash: readonly CashFact[];
}

/** A trade or a payment: columns that the API shows under other names. */
export interface TradeFact {
  readonly row: Attributes;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export function accountsOf(life: FlexElement): AccountFact[] {
  return findElements(life, 'FlexStatement').map((statement) => {
    const information = findElements(statement, 'AccountInformation')[0]?.attributes ?? {};
    return {
      id: statement.attributes.accountId ?? '',
      currency: information.currency ?? '',
      name: information.name ?? '',
      type: information.accountType ?? '',
      openedAt: readNewYorkTime(information.dateOpened ?? ''),
      cash: findElements(statement, 'CashReportCurrency')
        .map(({ attributes }) => attributes)
        .filter(({ currency }) => currency !== 'BASE_SUMMARY')
        .map(toCash),
    };
  });
}

export function positionsOf(life: FlexElement, accountId: string): Attributes[] {
  return rowsOf(life, 'OpenPosition').filter((row) => row.accountId === accountId);
}

export function tradesOf(life: FlexElement): TradeFact[] {
  return rowsOf(life, 'Trade').map((row) => ({ row, at: readNewYorkTime(row.dateTime ?? '') }));
}

export function dividendsOf(life: FlexElement): TradeFact[] {
  return rowsOf(life, 'CashTransaction')
    .filter(({ type }) => type === 'Dividends')
    .map((row) => ({ row, at: readNewYorkTime(row.dateTime ?? '') }));
}

/** What is known of an instrument: the last row that names it. */
export function findInstrument(life: FlexElement, conid: string): Attributes | undefined {
  return [...rowsOf(life, 'OpenPosition'), ...rowsOf(life, 'Trade')].find((row) => row.conid === conid);
}

/** The stocks of this symbol, each once. */
export function stocksOf(life: FlexElement, symbol: string): Attributes[] {
  const rows = [...rowsOf(life, 'OpenPosition'), ...rowsOf(life, 'Trade')].filter(
    (row) => row.assetCategory === 'STK' && row.symbol === symbol,
  );
  return [...new Map(rows.toReversed().map((row) => [row.conid, row])).values()];
}

/** How much one unit of a currency is in the base currency at the end of the life. */
export function rateOf(life: FlexElement, currency: string): number {
  const rates = rowsOf(life, 'ConversionRate').filter(({ fromCurrency }) => fromCurrency === currency);
  return Number(rates.at(-1)?.rate ?? '1');
}

function rowsOf(life: FlexElement, name: string): Attributes[] {
  return findElements(life, name).map(({ attributes }) => attributes);
}

function toCash({ currency = '', endingCash, endingSettledCash }: Attributes): CashFact {
  return { currency, ending: Number(endingCash), settled: Number(endingSettledCash) };
}
