/** The fields of a local time, as digits of full width. */
export interface LocalFields {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** `HH:mm`, `HH:mm:ss` or `HH:mm:ss.SSS`, as precise as the format; absent where it has no hour. */
  readonly time?: string;
}

type FieldParser = (text: string) => LocalFields | undefined;
type FieldName =
  'year' | 'shortYear' | 'month' | 'monthName' | 'day' | 'hour' | 'minute' | 'second' | 'fraction';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const TOKENS: Readonly<Record<string, string>> = {
  yyyy: named('year', String.raw`\d{4}`),
  yy: named('shortYear', String.raw`\d{2}`),
  MMM: named('monthName', MONTHS.join('|')),
  MM: named('month', String.raw`\d{2}`),
  M: named('month', String.raw`\d{1,2}`),
  dd: named('day', String.raw`\d{2}`),
  d: named('day', String.raw`\d{1,2}`),
  HH: named('hour', String.raw`[01]\d|2[0-3]`),
  H: named('hour', String.raw`1?\d|2[0-3]`),
  mm: named('minute', String.raw`[0-5]\d`),
  ss: named('second', String.raw`[0-5]\d`),
};

const TOKEN_PATTERN = /([yMdHmsS])\1*|[^yMdHmsS]/g;

const parsers = new Map<string, FieldParser>();

/** The parser of a format, made once. */
export function compileFormat(format: string): FieldParser {
  const known = parsers.get(format);
  if (known !== undefined) return known;
  const pattern = new RegExp(`^${format.replace(TOKEN_PATTERN, toPattern)}$`);
  const parser: FieldParser = (text) => {
    const groups = pattern.exec(text)?.groups;
    return groups === undefined ? undefined : toFields(groups);
  };
  parsers.set(format, parser);
  return parser;
}

function named(name: FieldName, pattern: string): string {
  return `(?<${name}>${pattern})`;
}

function toPattern(token: string): string {
  if (/^S{1,9}$/.test(token)) return named('fraction', String.raw`\d{${token.length}}`);
  if (/^[yMdHmsS]/.test(token)) {
    const pattern = TOKENS[token];
    if (pattern === undefined) throw new RangeError(`"${token}" is no token of a time format`);
    return pattern;
  }
  return token.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);
}

function toFields(groups: Partial<Record<FieldName, string>>): LocalFields {
  const { hour, minute = '00', second, fraction, day = '' } = groups;
  const fields = { year: toYear(groups), month: toMonth(groups), day: day.padStart(2, '0') };
  if (hour === undefined) return fields;
  const seconds = second === undefined ? '' : `:${second}`;
  return {
    ...fields,
    time: `${hour.padStart(2, '0')}:${minute}${seconds}${fraction === undefined ? '' : `.${fraction}`}`,
  };
}

/** POSIX: 00 to 69 are of this century, 70 to 99 of the last. */
function toYear({ year, shortYear = '' }: Partial<Record<FieldName, string>>): string {
  return year ?? (shortYear < '70' ? '20' : '19') + shortYear;
}

function toMonth({ month, monthName = '' }: Partial<Record<FieldName, string>>): string {
  return (month ?? String(MONTHS.indexOf(monthName) + 1)).padStart(2, '0');
}
