import { isProblemCode, SERVICE_METHODS, type Page, type ReferenceRate } from '@bourse/core/interfaces';
import { z } from 'zod';
import type { PluginServices } from '../../call-method.js';
import { copyJson } from '../../copy-json.js';
import { tellError } from '../tell-error.js';
import { ContractViolation, demand } from '../violation.js';

/** More pages than any history of a test has. */
const MAX_PAGES = 10_000;

const DAY_MS = 86_400_000;

/** What rates are asked for by. */
export interface RatesQuestion {
  readonly since?: string;
  readonly until?: string;
  readonly cursor?: string;
}

/** A period of whole days. */
export type RatesPeriod = Required<Omit<RatesQuestion, 'cursor'>>;

/** One page, as the contract has it. Rejects with what the plugin throws. */
export async function askRates(
  { rates }: PluginServices,
  question: RatesQuestion,
): Promise<Page<ReferenceRate>> {
  demand(rates !== undefined, 'the plugin offers no rates');
  const answer = copyJson(await rates.listFxRates({ ...question }));
  const checked = SERVICE_METHODS.rates['listFxRates']?.answer.safeParse(answer);
  demand(checked?.success, `rates break the contract: ${checked?.error && z.prettifyError(checked.error)}`);
  return checked.data as Page<ReferenceRate>;
}

/** The rates of all pages. */
export async function listRates(services: PluginServices, question: RatesQuestion): Promise<ReferenceRate[]> {
  const rates: ReferenceRate[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await askRates(services, cursor === undefined ? question : { ...question, cursor });
    rates.push(...page.items);
    ({ cursor } = page);
    demand(cursor === undefined || !seen.has(cursor), 'the pages of rates have no end');
    seen.add(cursor ?? '');
  } while (cursor !== undefined && seen.size < MAX_PAGES);
  demand(cursor === undefined, 'the pages of rates have no end');
  return rates;
}

/** The rates, or undefined where they are refused with a code. */
export async function ratesOrRefusal(
  services: PluginServices,
  question: RatesQuestion,
  where: string,
): Promise<readonly ReferenceRate[] | undefined> {
  return listRates(services, question).catch((error: unknown) => {
    demandCode(error, where);
    return undefined;
  });
}

/** What a plugin throws on purpose has a code; anything else breaks the contract. */
export function demandCode(error: unknown, where: string): void {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (error instanceof ContractViolation) throw error;
  if (isProblemCode(code)) return;
  throw new ContractViolation(`${where}: expected a problem of the plugin, given ${tellError(error)}`, {
    cause: error,
  });
}

/** The two weeks that end at an instant. */
export function weeksBefore(instant: string): RatesPeriod {
  return daysBefore(instant, 14);
}

/** The days that end at an instant. */
export function daysBefore(instant: string, days: number): RatesPeriod {
  const now = Date.parse(instant);
  return { since: dayOf(now - days * DAY_MS), until: dayOf(now) };
}

/** The calendar days of a period, in their order. */
export function eachDay({ since, until }: RatesPeriod): string[] {
  const days: string[] = [];
  for (let day = Date.parse(since); day <= Date.parse(until); day += DAY_MS) days.push(dayOf(day));
  return days;
}

/** Of an instant in milliseconds since 1970, in UTC. */
function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
