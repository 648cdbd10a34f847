import { isDecimal, ProblemError, type CalendarDate, type Decimal } from '@bourse/sdk';

/** The rates of one day: what 1 EUR was in each currency. A currency without a rate is not there. */
export interface RateDay {
  readonly date: CalendarDate;
  readonly rates: readonly { readonly currency: string; readonly rate: Decimal }[];
}

const CODE = /^[A-Z]{3}$/;
const ZERO = /^0(\.0*)?$/;

/** Reads one rate; undefined for a gap. @throws ProblemError for anything that is neither */
export function readRate(text: string, place: string): Decimal | undefined {
  if (text === '' || text === 'N/A') return undefined;
  if (isDecimal(text) && !text.startsWith('-') && !ZERO.test(text)) return text;
  throw malformed(`"${text.slice(0, 40)}" is no rate.`, place);
}

/** @throws ProblemError for what is no code of three letters */
export function readCode(text: string, place: string): string {
  if (CODE.test(text)) return text;
  throw malformed(`"${text.slice(0, 40)}" is no currency.`, place);
}

/** What a file says that does not have the form that it must have; the next time it may be whole. */
export function malformed(message: string, path: string): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `The file of reference rates cannot be read: ${message}`,
    retry: 'safe',
    place: { path },
  });
}
