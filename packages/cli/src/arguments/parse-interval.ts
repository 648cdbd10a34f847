import { BarsRequestSchema } from '@bourse/core/interfaces';
import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError where the text is no duration of one unit */
export function parseInterval(text: string): string {
  if (BarsRequestSchema.shape.interval.safeParse(text).success) return text;
  throw new InvalidArgumentError('Write PT1H for an hour, P1D for a day, P1W for a week, P1M for a month.');
}
