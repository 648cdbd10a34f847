import type { Decimal, Instrument, Money } from '@bourse/core/interfaces';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import { byDateAndRecord } from '../entries/compare.js';
import { isInPeriod } from '../entries/filter.js';
import type { AccountEntry, LedgerData } from '../entries/ledger-data.js';
import type { Realization } from './book.js';
import type { Holding } from './holding.js';
import { keepBooks, type PositionOptions } from './keep-books.js';

/** What one record has won or lost by closing units, or by giving back more than they have cost. Figures are absent where they are unknown. */
export interface RealizationView extends AccountRef {
  readonly recordId: string;
  readonly date: string;
  readonly key: string;
  readonly instrument: Instrument;
  /** Positive where a long position was closed, negative where a short one was; zero where capital was given back. */
  readonly quantity: Decimal;
  readonly proceeds?: readonly Money[];
  readonly cost?: readonly Money[];
  readonly gain?: readonly Money[];
  /** At the rates of the days of purchase and sale; present where a base currency is asked for and known. */
  readonly baseGain?: Decimal;
  /** The records that the closed units came from; of a pool its first. */
  readonly lotRecordIds: readonly string[];
}

/** Every closing of the period, by date and record; none of holdings whose history is incomplete. */
export function listRealizations(data: LedgerData, options: PositionOptions = {}): RealizationView[] {
  return keepBooks(data, options)
    .books.flatMap(({ account, holdings, realizations }) => {
      const owner = data.accounts.get(account);
      return realizations.flatMap((realization) => {
        const holding = holdings.get(realization.key);
        const isShown = holding?.incompleteSince === undefined && isInPeriod(options, realization.date);
        return owner === undefined || holding === undefined || !isShown
          ? []
          : [view(owner, holding, realization)];
      });
    })
    .sort(byDateAndRecord);
}

function view(owner: AccountEntry, holding: Holding, realization: Realization): RealizationView {
  const { recordId, date, key, quantity, proceeds, cost, gain, lotRecordIds } = realization;
  return {
    ...accountRefOf(owner),
    recordId,
    date,
    key,
    instrument: holding.instrument,
    quantity: quantity.toString(),
    ...(proceeds === undefined ? {} : { proceeds: proceeds.money.toMoney() }),
    ...(cost === undefined ? {} : { cost: cost.money.toMoney() }),
    ...(gain === undefined ? {} : { gain: gain.money.toMoney() }),
    ...(gain?.base === undefined ? {} : { baseGain: gain.base.toString() }),
    lotRecordIds,
  };
}
