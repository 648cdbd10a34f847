import { parseLocal } from '@bourse/sdk';

/** A local time of Amsterdam with its offset, as the site writes it: `2025-01-20T15:31:28+01:00`. */
export function withOffset(local: string): string {
  const { instant } = parseLocal(local, 'yyyy-MM-ddTHH:mm:ss', 'Europe/Amsterdam') ?? {};
  if (instant === undefined) throw new RangeError(`${local} is no time of Amsterdam`);
  const hours = (Date.parse(`${local}Z`) - Date.parse(instant)) / 3_600_000;
  return `${local}+0${hours}:00`;
}
