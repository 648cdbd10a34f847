import { isCalendarDate, type CalendarDate } from '@bourse/core/interfaces';
import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError where the text is no day of the calendar */
export function parseDate(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new InvalidArgumentError('Write a day that exists as in 2024-12-31.');
}
