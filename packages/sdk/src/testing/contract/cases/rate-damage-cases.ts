import { isDeepStrictEqual } from 'node:util';
import type { NetworkScript } from '../../scripted-network.js';
import type { ContractCase } from '../contract-case.js';
import { daysBefore, listRates, ratesOrRefusal, weeksBefore, type RatesPeriod } from '../rates/ask-rates.js';
import { changedAnswers } from '../rates/changed-answers.js';
import type { Subject } from '../subject.js';
import { demand } from '../violation.js';

/** A code that ISO 4217 gives to nothing. */
const NO_CURRENCY = 'QQQ';

/** Answers of an institution on a bad day. */
export const rateDamageCases: readonly ContractCase[] = [
  {
    number: 509,
    title: 'an answer that breaks off is refused, never read as a shorter one',
    applies: hasNetwork,
    run: async (subject) => {
      for (const period of periodsOf(subject))
        for (const share of [0.1, 0.5, 0.9]) {
          const whole = await subject.withServices((services) => listRates(services, period));
          const broken = subject.withNetwork(
            changedAnswers(networkOf(subject), (body) => body.slice(0, Math.floor(body.length * share))),
          );
          const where = `rates since ${period.since} of an answer that breaks off`;
          const found = await broken.withServices((services) => ratesOrRefusal(services, period, where));
          const isRight = found === undefined || isDeepStrictEqual(found, whole);
          demand(isRight, `${where}: ${found?.length} of ${whole.length} are told, and nothing is said`);
        }
    },
  },
  {
    number: 510,
    title: 'a currency that is missing or that nobody knows costs no other one',
    applies: hasNetwork,
    run: async (subject) => {
      for (const period of periodsOf(subject)) {
        const usual = await subject.withServices((services) => listRates(services, period));
        const lost = usual[0]?.quote;
        if (lost === undefined) continue;
        const { network, isChanged } = renaming(networkOf(subject), lost);
        const found = await subject
          .withNetwork(network)
          .withServices((services) => ratesOrRefusal(services, period, `rates without ${lost}`));
        if (!isChanged()) continue;
        demand(found !== undefined, `with ${NO_CURRENCY} in place of ${lost} nothing is told`);
        const others = usual.filter(({ quote }) => quote !== lost);
        demand(
          isDeepStrictEqual(found, others),
          `with ${NO_CURRENCY} in place of ${lost} other rates are told`,
        );
      }
    },
  },
];

function hasNetwork({ contract, declaredServices }: Subject): boolean {
  return declaredServices.includes('rates') && contract.network !== undefined;
}

function networkOf({ contract }: Subject): NetworkScript {
  return contract.network ?? [];
}

/** A day, weeks, and more than a year: an institution may answer each in another form. */
function periodsOf({ now }: Subject): RatesPeriod[] {
  return [daysBefore(now, 0), weeksBefore(now), daysBefore(now, 400)];
}

/** A network that names a currency otherwise, as far as its answers are text. */
function renaming(script: NetworkScript, currency: string) {
  let isChanged = false;
  const network = changedAnswers(script, (body) => {
    const text = textOf(body);
    if (text === undefined || !text.includes(currency)) return body;
    isChanged = true;
    return text.replaceAll(currency, NO_CURRENCY);
  });
  return { network, isChanged: () => isChanged };
}

function textOf(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
