import type { ChargeKind } from '@bourse/sdk';

/** What a fee is for, by words of its description; the first that occurs tells. */
const KINDS: readonly (readonly [words: RegExp, kind: ChargeKind])[] = [
  [/\bDIVIDEND\b|\bADR\b|\bGDR\b|DEPOSITARY/i, 'ADR'],
  [/\bBORROW/i, 'BORROW'],
  [/\b(VAT|GST|HST|PST|SALES TAX)\b/i, 'SALES_TAX'],
  [/\bSTAMP\b/i, 'STAMP_DUTY'],
  [/TRANSACTION TAX|\bFTT\b/i, 'TRANSACTION_TAX'],
  [/MINIMUM (MONTHLY )?FEE|MONTHLY MINIMUM|INACTIVITY|MAINTENANCE FEE/i, 'ACCOUNT'],
  [/\b(WIRE|ACH|WITHDRAWAL|CHECK|CHEQUE)\b/i, 'ACCOUNT'],
  [/CUSTODY|SAFEKEEPING/i, 'CUSTODY'],
  [/ADVISOR|MANAGEMENT FEE/i, 'ADVISORY'],
  [/CORPORATE ACTION|VOLUNTARY|TENDER|REORG/i, 'CORPORATE_ACTION'],
  [/CONNECTIVITY|\bCTCI\b|\bFIX\b/i, 'CONNECTIVITY'],
  [/MARKET DATA|SNAPSHOT|QUOTE|BUNDLE|\bLEVEL (1|2|I|II)\b|\b(NP[, ]*)?L[12]\b|SUBSCRIPTION/i, 'MARKET_DATA'],
  [/\b(NASDAQ|NYSE|OPRA|CME|CBOT|EUREX|XETRA|VIRTX|LSE|TSX|ASX|HKFE)\b/i, 'MARKET_DATA'],
];

/** The kind of a fee; OTHER where no word tells. */
export function toFeeKind(description: string): ChargeKind {
  return KINDS.find(([words]) => words.test(description))?.[1] ?? 'OTHER';
}
