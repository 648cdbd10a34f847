import { isCalendarDate, isDecimal, ProblemError, type CalendarDate } from '@bourse/sdk';
import Big from 'big.js';
import type { PaperSettings } from './settings.js';
import { draw } from './world/draw.js';

/** How much of an account goes where. */
export type Risk = PaperSettings['risk'];

/** What an account is simulated by. */
export interface AccountTerms {
  /** Made of all the terms: other terms are another account. */
  readonly accountId: string;
  readonly seed: number;
  readonly openedOn: CalendarDate;
  /** In the base currency, in whole cents. */
  readonly monthlyDeposit: Big;
  readonly baseCurrency: string;
  readonly risk: Risk;
}

const FIRST_DATE = '2000-01-01';
const DEPOSIT_MAX = 1_000_000;

/**
 * Reads the settings of the plugin.
 *
 * @throws ProblemError INVALID_REQUEST naming a setting that cannot be.
 */
export function toAccountTerms(settings: PaperSettings): AccountTerms {
  const { seed, startDate, baseCurrency, risk } = settings;
  if (!isCalendarDate(startDate) || startDate < FIRST_DATE) {
    throw refusal(
      `"startDate" was "${startDate}".`,
      `Give a date such as 2024-01-01, not before ${FIRST_DATE}.`,
    );
  }
  const monthlyDeposit = readDeposit(settings.monthlyDeposit);
  const terms = [seed, startDate, monthlyDeposit.toFixed(), baseCurrency, risk];
  const accountId = `PAPER-${draw(...terms)
    .toString(36)
    .toUpperCase()
    .padStart(7, '0')}`;
  return { accountId, seed, openedOn: startDate, monthlyDeposit, baseCurrency, risk };
}

function readDeposit(text: string): Big {
  const deposit = isDecimal(text) ? new Big(text) : undefined;
  if (deposit !== undefined && deposit.gte(0) && deposit.lte(DEPOSIT_MAX) && deposit.eq(deposit.round(2))) {
    return deposit;
  }
  throw refusal(
    `"monthlyDeposit" was "${text}".`,
    `Give an amount such as 1000 or 250.50, from 0 to ${DEPOSIT_MAX}.`,
  );
}

function refusal(message: string, remedy: string): ProblemError {
  return new ProblemError({ code: 'INVALID_REQUEST', message: `The setting ${message}`, remedy });
}
