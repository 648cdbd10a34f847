import { isDeepStrictEqual } from 'node:util';
import type { ReferenceRate } from '@bourse/core/interfaces';
import type { PluginServices } from '../../call-method.js';
import type { ContractCase } from '../contract-case.js';
import { askRates, daysBefore, demandCode, eachDay, listRates, weeksBefore } from '../rates/ask-rates.js';
import type { Subject } from '../subject.js';
import { ContractViolation, demand } from '../violation.js';

/** Days of a long question, more than a year. */
const MANY_DAYS = 400;

/** Reference rates of days. */
export const rateCases: readonly ContractCase[] = [
  perRates(501, 'rates come to their end page by page', async (services, { now }) => {
    for (const period of [weeksBefore(now), daysBefore(now, MANY_DAYS)]) {
      const rates = await listRates(services, period);
      demand(rates.length > 0, `there are no rates from ${period.since} to ${period.until}`);
    }
  }),
  perRates(502, 'a rate is more than nothing, and of two currencies', async (services, { now }) => {
    for (const rate of await listRates(services, weeksBefore(now))) {
      demand(/[1-9]/.test(rate.rate), `${nameOf(rate)} is ${rate.rate}`);
      demand(rate.base !== rate.quote, `${nameOf(rate)} is of one currency`);
    }
  }),
  perRates(
    503,
    'two currencies have one rate a day, whichever way round it is told',
    async (services, { now }) => {
      const seen = new Set<string>();
      for (const rate of await listRates(services, daysBefore(now, MANY_DAYS))) {
        const pair = [rate.base, rate.quote].sort().join(' ') + rate.date;
        demand(!seen.has(pair), `${nameOf(rate)} comes twice`);
        seen.add(pair);
      }
    },
  ),
  {
    ...perRates(504, 'rates are those that the institution publishes', async (services, { contract }) => {
      for (const expected of contract.rates ?? []) {
        const { date, base, quote } = expected;
        const rates = await listRates(services, { since: date, until: date });
        const found = rates.filter((rate) =>
          [rate.base, rate.quote].every((name) => name === base || name === quote),
        );
        const told = found.map(({ rate, ...pair }) => `${nameOf(pair)} = ${rate}`).join(', ') || 'nothing';
        demand(
          found.some((rate) => isDeepStrictEqual(rate, expected)),
          `${nameOf(expected)} is ${expected.rate}; told is ${told}`,
        );
      }
    }),
    applies: ({ contract, declaredServices }) =>
      declaredServices.includes('rates') && (contract.rates ?? []).length > 0,
  },
  perRates(505, 'rates obey since and until, and days without rates have none', async (services, { now }) => {
    const period = weeksBefore(now);
    const rates = await listRates(services, period);
    for (const day of eachDay(period)) {
      const expected = rates.filter(({ date }) => date === day);
      const found = await listRates(services, { since: day, until: day });
      demand(isSameSet(found, expected), `${day}: ${found.length} rates, expected ${expected.length}`);
    }
  }),
  perRates(506, 'what is asked again adds nothing', async (services, { now }) => {
    const [period, long] = [weeksBefore(now), daysBefore(now, MANY_DAYS)];
    const short = await listRates(services, period);
    const rates = await listRates(services, long);
    const expected = rates.filter(({ date }) => date >= period.since);
    demand(
      isSameSet(short, expected),
      `since ${period.since} there are other rates than in what is asked since ${long.since}`,
    );
    demand(isSameSet(await listRates(services, period), short), 'asked twice, it tells other rates');
  }),
  perRates(507, 'rates are the same in another cell at the same time', async (services, subject) => {
    const period = weeksBefore(subject.now);
    const rates = await listRates(services, period);
    const others = await subject.withServices((fresh) => listRates(fresh, period));
    demand(isDeepStrictEqual(others, rates), 'rates are others in another cell');
  }),
  perRates(508, 'a cursor that it never gave is refused', async (services, { now }) => {
    const isTaken = await askRates(services, { ...weeksBefore(now), cursor: 'no-such-cursor' }).then(
      () => true,
      (error: unknown) => demandCode(error, 'a strange cursor'),
    );
    demand(isTaken !== true, 'any cursor is taken');
  }),
];

function perRates(
  number: number,
  title: string,
  check: (services: PluginServices, subject: Subject) => Promise<void>,
): ContractCase {
  return {
    number,
    title,
    applies: ({ declaredServices }) => declaredServices.includes('rates'),
    run: (subject) =>
      subject
        .withServices((services) => check(services, subject))
        .catch((error: unknown) => {
          demandCode(error, title);
          const { code, message } = error as { readonly code: string; readonly message: string };
          throw new ContractViolation(`rates.listFxRates is refused with ${code}: ${message}`);
        }),
  };
}

/** Rates come in any order. */
function isSameSet(first: readonly ReferenceRate[], second: readonly ReferenceRate[]): boolean {
  const sorted = (rates: readonly ReferenceRate[]): string[] =>
    rates.map((rate) => JSON.stringify(rate)).sort();
  return isDeepStrictEqual(sorted(first), sorted(second));
}

function nameOf({ base, quote, date }: Pick<ReferenceRate, 'base' | 'quote' | 'date'>): string {
  return `${base}/${quote} of ${date}`;
}
