const OFFSET = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', timeZoneName: 'longOffset' });

/** Milliseconds since 1970 of a time of New York that is written `yyyyMMdd;HHmmss`, or `yyyyMMdd` for its midnight. */
export function readNewYorkTime(text: string): number {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:;(\d\d)(\d\d)(\d\d))?$/.exec(text) ?? [];
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return local - offsetAt(local - offsetAt(local));
}

/** Milliseconds by which the clocks of New York are ahead of UTC, which is below 0. */
function offsetAt(instant: number): number {
  const name = OFFSET.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /^GMT([+-])(\d\d):(\d\d)$/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
