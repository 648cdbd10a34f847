import { findIn } from './find-in.js';

/** Interactive Brokers prints times of this zone, wherever the exchange is. */
export const DEFAULT_ZONE = 'America/New_York';

/** Abbreviations that can follow a time, as zones; all but ET never change their clocks. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  Z: 'UTC',
  UTC: 'UTC',
  GMT: 'UTC',
  ET: DEFAULT_ZONE,
  EST: '-05:00',
  EDT: '-04:00',
  CET: '+01:00',
  CEST: '+02:00',
  BST: '+01:00',
  HKT: '+08:00',
  JST: '+09:00',
};

/** The zone that a suffix names: an abbreviation, an offset or an IANA name. Undefined for any other. */
export function findZone(suffix: string): string | undefined {
  const known = findIn(ABBREVIATIONS, suffix.toUpperCase());
  if (known !== undefined) return known;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(suffix) ?? [];
  if (sign !== undefined) return `${sign}${hours}:${minutes}`;
  return isZone(suffix) ? suffix : undefined;
}

function isZone(name: string): boolean {
  if (!/^[A-Za-z]+\/[A-Za-z_/+-]+$/.test(name)) return false;
  try {
    Temporal.PlainDate.from('2020-01-01').toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}
