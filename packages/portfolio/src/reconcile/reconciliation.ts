import type { Decimal, Instrument } from '@bourse/core/interfaces';
import type { AccountRef } from '../entries/account-ref.js';

/** A record that may be why the two sides differ. */
export interface DifferingRecord {
  readonly recordId: string;
  readonly kind: string;
  readonly date: string;
  /** What it does to the cash or the holding. */
  readonly effect: Decimal;
}

/** Why ledger and institution may differ, the surest reason first. */
export type Explanation =
  /** These are announced or not settled, and are what the difference is made of where `isWhole` says so. */
  | { readonly reason: 'PENDING'; readonly records: readonly DifferingRecord[]; readonly isWhole: boolean }
  /** This one record is exactly the difference, or its opposite. */
  | {
      readonly reason: 'ONE_RECORD';
      readonly records: readonly DifferingRecord[];
      readonly isMissing: boolean;
    }
  /** Since that day the two no longer agree; these are the records since then. */
  | { readonly reason: 'SINCE'; readonly since: string; readonly records: readonly DifferingRecord[] }
  /** More was sold than is known to have been bought; earlier statements are missing. */
  | { readonly reason: 'HISTORY_MISSING'; readonly since: string }
  /** The plugin has read so many rows of this account's institution and did not understand them. */
  | { readonly reason: 'UNCLASSIFIED'; readonly rows: number }
  /** Two channels tell of one event, and only one of them is counted. */
  | { readonly reason: 'POSSIBLE_DUPLICATE'; readonly recordIds: readonly string[] };

/** One amount of cash or one holding, on both sides. */
export interface ReconciledLine {
  /** A currency, or what the instrument is known by in its account. */
  readonly key: string;
  /** Absent for cash. */
  readonly instrument?: Instrument;
  readonly ledger: Decimal;
  readonly institution: Decimal;
  /** Institution − ledger. */
  readonly difference: Decimal;
  readonly agrees: boolean;
  /** When both last agreed, where that was ever seen. */
  readonly agreedOn?: string;
  /** Empty where both agree. */
  readonly explanations: readonly Explanation[];
}

/** One account, by the ledger and by the institution. */
export interface Reconciliation extends AccountRef {
  readonly cash: readonly ReconciledLine[];
  /** Absent where the institution was not asked for positions. */
  readonly positions?: readonly ReconciledLine[];
}
