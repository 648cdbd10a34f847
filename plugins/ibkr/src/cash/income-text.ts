import { isIsin, type Decimal, type DividendKind } from '@bourse/sdk';
import { findUnit, inCurrency } from '../row/unit.js';
import { toDecimal } from '../values/amounts.js';

/** What the description of an income or of a deduction from it tells. */
export interface IncomeText {
  readonly kind?: DividendKind;
  /** Gross for each share, in the currency of the row. */
  readonly perShare?: Decimal;
  /** ISO 3166-1 alpha-2 code of the state that withheld. */
  readonly country?: string;
  /** The row takes another back. */
  readonly isReversal: boolean;
}

const KINDS: readonly (readonly [words: RegExp, kind: DividendKind])[] = [
  [/RETURN OF CAPITAL/i, 'RETURN_OF_CAPITAL'],
  [/CAPITAL GAIN/i, 'CAPITAL_GAIN'],
  [/\(\s*INTEREST\b|BOND INTEREST|INTEREST DISTRIBUTION/i, 'INTEREST'],
];

/** Words that a row takes another back; a fee for the cancellation of an order takes nothing back. */
const REVERSAL = /\bREVERSAL\b|\bCANCEL(?!\w*\s+FEE)/i;

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;

/** `CASH DIVIDEND USD 0.65 PER SHARE`; before 2018 `CASH DIVIDEND 0.65000000 USD PER SHARE`. */
const PER_SHARE = new RegExp(`\\bDIVIDEND (?:([A-Za-z]{3}) (${NUMBER})|(${NUMBER}) ([A-Za-z]{3})\\b)`, 'i');

/** Reads a description such as `SGN(US8688612048) CASH DIVIDEND USD 0.088051 PER SHARE - RU TAX`. */
export function readIncomeText(text: string, currency: string): IncomeText {
  const kind = KINDS.find(([words]) => words.test(text))?.[1];
  const perShare = readPerShare(text, currency);
  const country = /- ([A-Z]{2}) TAX\b/.exec(text)?.[1];
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(perShare === undefined ? {} : { perShare }),
    ...(country === undefined ? {} : { country }),
    isReversal: REVERSAL.test(text),
  };
}

function readPerShare(text: string, currency: string): Decimal | undefined {
  const [, code, amount, earlierAmount, earlierCode] = PER_SHARE.exec(text) ?? [];
  const number = toDecimal(amount ?? earlierAmount ?? '');
  const unit = findUnit(code ?? earlierCode ?? '');
  if (number === undefined || unit?.currency !== currency) return undefined;
  return inCurrency(number, unit);
}

const ISIN = /^(\S[^(]{0,60}?)\s*\(([A-Z]{2}[A-Z0-9]{9}\d)\)/;

/** `GCM.TO CASH DIVIDEND`, and with another identifier than an ISIN `GCM(38501D204) CASH DIVIDEND`. */
const INCOME = /^(\S[^(]{0,60}?)\s*(?:\([^()]*\)\s*)?\b(?:CASH DIVIDEND|PAYMENT IN LIEU)\b/i;

/** What the description of an income begins with: a symbol, and the ISIN where it has one that holds. */
export function readIncomeInstrument(text: string): { symbol: string; isin?: string } | undefined {
  const [, symbol = '', isin = ''] = ISIN.exec(text) ?? [];
  if (isIsin(isin)) return { symbol, isin };
  const [, alone = ''] = INCOME.exec(text) ?? [];
  return alone === '' ? undefined : { symbol: alone };
}
