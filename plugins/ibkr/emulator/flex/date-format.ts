/** The date formats that a Flex query offers. */
export const DATE_FORMATS = [
  'yyyyMMdd',
  'yyyy-MM-dd',
  'MM/dd/yyyy',
  'MM/dd/yy',
  'dd/MM/yyyy',
  'dd/MM/yy',
  'dd-MMM-yy',
] as const;

/** How a Flex query writes dates and times. */
export interface DateFormat {
  readonly date: (typeof DATE_FORMATS)[number];
  readonly time: 'HHmmss' | 'HH:mm:ss';
  readonly separator: ';' | ',' | ' ' | 'T' | '';
}

export const DEFAULT_FORMAT: DateFormat = { date: 'yyyyMMdd', time: 'HHmmss', separator: ';' };

const DATED = /^(?:.*Date(?:Time)?|dateTime|.*DateTime|settleDateTarget|expiry|maturity|when\w+)$/;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The text of an attribute in a format; what is no date stays. */
export function formatDates(name: string, text: string, format: DateFormat): string {
  const found = DATED.test(name) ? /^(\d{4})(\d\d)(\d\d)(?:;(\d\d)(\d\d)(\d\d))?$/.exec(text) : null;
  if (found === null) return text;
  const [, year = '', month = '', day = '', hour, minute = '', second = ''] = found;
  const date = formatDate({ year, month, day }, format.date);
  if (hour === undefined) return date;
  const time = format.time === 'HHmmss' ? `${hour}${minute}${second}` : `${hour}:${minute}:${second}`;
  return `${date}${format.separator}${time}`;
}

function formatDate(
  { year, month, day }: Readonly<Record<'year' | 'month' | 'day', string>>,
  format: DateFormat['date'],
): string {
  return format
    .replace('yyyy', year)
    .replace('yy', year.slice(2))
    .replace('MMM', MONTHS[Number(month) - 1] ?? '')
    .replace('MM', month)
    .replace('dd', day);
}
