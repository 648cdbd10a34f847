import type { CorporateActionType } from '@bourse/sdk';
import { findIn } from '../values/find-in.js';

/** By `type`. Codes that may mean several things (GV, generic voluntary) are in no table: the description tells. */
const BY_CODE: Readonly<Record<string, CorporateActionType>> = {
  BC: 'CONVERSION',
  BM: 'REDEMPTION',
  CA: 'CASH_IN_LIEU',
  CC: 'REVERSE_SPLIT',
  CH: 'STOCK_DIVIDEND',
  CI: 'CONVERSION',
  CO: 'SPIN_OFF',
  CS: 'SPLIT',
  DI: 'RIGHTS',
  DW: 'DELISTING',
  ED: 'RIGHTS',
  FI: 'SPLIT',
  FS: 'SPLIT',
  HD: 'STOCK_DIVIDEND',
  HI: 'STOCK_DIVIDEND',
  IC: 'IDENTIFIER_CHANGE',
  OR: 'RIGHTS',
  PI: 'RIGHTS',
  RI: 'RIGHTS',
  RS: 'REVERSE_SPLIT',
  SD: 'STOCK_DIVIDEND',
  SO: 'SPIN_OFF',
  SR: 'RIGHTS',
  TC: 'MERGER',
  TI: 'TENDER',
  TO: 'TENDER',
};

/** By words of the description, the telling ones first. */
const BY_WORDS: readonly (readonly [words: RegExp, type: CorporateActionType])[] = [
  [/CUSIP\/ISIN CHANGE|ISIN CHANGE|(SYMBOL|NAME|IDENTIFIER) CHANGE/i, 'IDENTIFIER_CHANGE'],
  [/STOCK DIVIDEND/i, 'STOCK_DIVIDEND'],
  [/\bTENDER(ED)? TO\b/i, 'TENDER'],
  [/\bMERGE[RD]\b|\bACQUISITION\b/i, 'MERGER'],
  [/SPIN-?\s?OFF|SPUN OFF/i, 'SPIN_OFF'],
  [/RIGHTS|SUBSCRI/i, 'RIGHTS'],
  [/\bBONUS\b/i, 'BONUS'],
  [/MATURITY|REDEMPTION|REDEEMED|\bCALLED?\b/i, 'REDEMPTION'],
  [/CONVER(T|SION)/i, 'CONVERSION'],
  [/DELIST|WORTHLESS/i, 'DELISTING'],
];

const LIQUIDATION = /\bLIQUIDAT/i;
const CASH_IN_LIEU = /CASH[- ]IN[- ]LIEU|FRACTIONAL SHARE/i;
const SPLIT = /\bSPLIT\b/i;

/** New units for old ones. */
export interface Ratio {
  readonly from: string;
  readonly to: string;
}

/**
 * What an issuer did. The code of the row tells, and the description where the code is missing or says less: older
 * exports have no codes, and a liquidation is coded as a merger.
 */
export function toActionType(
  code: string | undefined,
  description: string,
  ratio: Ratio | undefined,
): CorporateActionType {
  const coded = findIn(BY_CODE, code ?? '');
  if (LIQUIDATION.test(description) && (coded === undefined || coded === 'MERGER')) return 'LIQUIDATION';
  if (coded !== undefined) return coded;
  if (CASH_IN_LIEU.test(description)) return 'CASH_IN_LIEU';
  if (SPLIT.test(description)) return isReverse(ratio) ? 'REVERSE_SPLIT' : 'SPLIT';
  return BY_WORDS.find(([words]) => words.test(description))?.[1] ?? 'OTHER';
}

/** Whether the description speaks of cash for fractions of a share. */
export function isCashInLieu(description: string): boolean {
  return CASH_IN_LIEU.test(description);
}

function isReverse(ratio: Ratio | undefined): boolean {
  return ratio !== undefined && Number(ratio.to) < Number(ratio.from);
}
