import type { Decimal, Instrument } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { compareText } from '../entries/compare.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { commonKeyOf } from '../instruments/instrument-index.js';
import { converterOf } from '../rates/converter-of.js';
import { sumInBase, type BaseSum } from '../rates/base-sum.js';
import { listDividends, listExpectedDividends, type DividendItem } from './dividend-items.js';
import type { SummaryOptions } from '../entries/summary-options.js';
import { listTaxesApart, type TaxItem } from './tax-items.js';

/** Income in one currency: gross − withheld − charges = net. */
export interface DividendSum {
  readonly currency: string;
  readonly gross: Decimal;
  readonly withheld: Decimal;
  readonly charges: Decimal;
  readonly net: Decimal;
  readonly count: number;
}

/** The income of one instrument in all accounts, in one currency. */
export interface InstrumentDividendSum extends DividendSum {
  readonly instrument: Instrument;
}

export interface DividendSummary {
  /** By instrument, then by currency. */
  readonly instruments: readonly InstrumentDividendSum[];
  /** By currency. */
  readonly totals: readonly DividendSum[];
  /** Capital that was given back, by currency: it lowers the cost of what is held, and is not in the sums. */
  readonly capitalReturned: readonly DividendSum[];
  /** Taxes on income that were booked apart from it; they are not in the sums. */
  readonly taxesApart: readonly TaxItem[];
  /** What is still to come; not in the sums. */
  readonly expected: readonly DividendItem[];
  /** Present where a base currency is asked for. */
  readonly base?: {
    readonly gross: BaseSum;
    readonly withheld: BaseSum;
    readonly charges: BaseSum;
    readonly net: BaseSum;
  };
}

type Amount = 'gross' | 'withheld' | 'charges' | 'net';

/** Adds up {@link listDividends}: income, and apart from it capital that was given back. */
export function summarizeDividends(data: LedgerData, options: SummaryOptions = {}): DividendSummary {
  const [items, returns] = partition(listDividends(data, options));
  const converter = converterOf(data, options.base);
  const inBase = (amount: Amount, by: NonNullable<typeof converter>) =>
    sumInBase(items, (item) => Exact.from(item[amount]), by);
  return {
    instruments: sumInstruments(items),
    totals: sumCurrencies(items),
    capitalReturned: sumCurrencies(returns),
    taxesApart: listTaxesApart(data, options),
    expected: listExpectedDividends(data, options),
    ...(converter === undefined
      ? {}
      : {
          base: {
            gross: inBase('gross', converter),
            withheld: inBase('withheld', converter),
            charges: inBase('charges', converter),
            net: inBase('net', converter),
          },
        }),
  };
}

/** Income, and what was given back. */
function partition(items: readonly DividendItem[]): [DividendItem[], DividendItem[]] {
  const isReturn = ({ kind }: DividendItem): boolean => kind === 'RETURN_OF_CAPITAL';
  return [items.filter((item) => !isReturn(item)), items.filter(isReturn)];
}

function sumInstruments(items: readonly DividendItem[]): InstrumentDividendSum[] {
  const groups = [...Map.groupBy(items, ({ instrument }) => commonKeyOf(instrument)).values()];
  return groups
    .flatMap((group) => {
      const instrument = group.at(-1)?.instrument;
      return instrument === undefined ? [] : sumCurrencies(group).map((sum) => ({ instrument, ...sum }));
    })
    .sort(
      (left, right) =>
        compareText(left.instrument.name, right.instrument.name) ||
        compareText(commonKeyOf(left.instrument), commonKeyOf(right.instrument)),
    );
}

function sumCurrencies(items: readonly DividendItem[]): DividendSum[] {
  const groups = [...Map.groupBy(items, ({ currency }) => currency)];
  return groups
    .map(([currency, group]) => ({
      currency,
      gross: sumOf(group, 'gross'),
      withheld: sumOf(group, 'withheld'),
      charges: sumOf(group, 'charges'),
      net: sumOf(group, 'net'),
      count: group.length,
    }))
    .sort((left, right) => compareText(left.currency, right.currency));
}

function sumOf(items: readonly DividendItem[], amount: Amount): Decimal {
  return items.reduce((sum, item) => sum.plus(Exact.from(item[amount])), Exact.ZERO).toString();
}
