import type { FxRate, Money, ProblemDraft, RecordKind } from '../interfaces/index.js';
import { findConversionConflicts } from '../records/laws/conversion-law.js';
import { findDividendConflicts } from '../records/laws/dividend-law.js';
import { findTransactionConflicts } from '../records/laws/transaction-law.js';
import type { DraftByKind } from '../records/record-draft.js';

interface Leg {
  readonly money: Money;
  readonly fx: FxRate | undefined;
  readonly rows: readonly number[];
}

/** Finds, for one file, the records whose numbers contradict each other. */
export class RecordConflicts {
  /** First legs of conversions whose second leg has not come yet, by account and link. */
  readonly #openLegs = new Map<string, Leg>();

  find<Kind extends RecordKind>(kind: Kind, draft: DraftByKind[Kind]): ProblemDraft[] {
    const finder: (draft: DraftByKind[Kind]) => ProblemDraft[] = this.#finders[kind];
    return finder(draft);
  }

  readonly #finders: { readonly [Kind in RecordKind]: (draft: DraftByKind[Kind]) => ProblemDraft[] } = {
    TRANSACTION: (trade) =>
      findTransactionConflicts(trade).map((conflict) =>
        problemOf(
          `${trade.side} ${trade.quantity} ${trade.instrument.name} on ${trade.tradeDate}: ${conflict}`,
          trade.source.rows,
        ),
      ),
    DIVIDEND: (dividend) =>
      findDividendConflicts(dividend).map((conflict) =>
        problemOf(
          `Dividend of ${dividend.instrument.name} on ${dividend.date}: ${conflict}`,
          dividend.source.rows,
        ),
      ),
    CASH_MOVEMENT: (movement) => this.#findInConversion(movement),
    TRANSFER: () => [],
    FEE: () => [],
    CORPORATE_ACTION: () => [],
    POSITION: () => [],
  };

  #findInConversion({
    type,
    linkId,
    accountId,
    money,
    fx,
    source,
    date,
  }: DraftByKind['CASH_MOVEMENT']): ProblemDraft[] {
    if (type !== 'FX_CONVERSION' || linkId === undefined) return [];
    const key = JSON.stringify([accountId, linkId]);
    const first = this.#openLegs.get(key);
    if (first === undefined) {
      this.#openLegs.set(key, { money, fx, rows: source.rows ?? [] });
      return [];
    }
    this.#openLegs.delete(key);
    const rate = fx ?? first.fx;
    if (rate === undefined) return [];
    const rows = [...first.rows, ...(source.rows ?? [])];
    return findConversionConflicts(rate, [first.money, money]).map((conflict) =>
      problemOf(`Conversion on ${date}: ${conflict}`, rows),
    );
  }
}

function problemOf(message: string, rows: readonly number[] | undefined): ProblemDraft {
  return { code: 'IDENTITY_BROKEN', message, ...(rows === undefined ? {} : { place: { rows: [...rows] } }) };
}
