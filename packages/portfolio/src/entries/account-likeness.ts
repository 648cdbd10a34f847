/** One booking of an account, without what says whose it is. */
export interface Trace {
  readonly kind: string;
  readonly date: string;
  /** Equal where two bookings say the same. */
  readonly content: string;
  /** What the institution calls it: the id of the booking, or of the order. */
  readonly number: string | undefined;
}

/**
 * Whether two accounts are one. `same`: what both tell of agrees, and more than chance explains. `alike`: so much agrees that a person
 * has to say. `different`: anything else.
 */
export type Likeness = 'same' | 'alike' | 'different';

/** How many bookings with a number have to agree: those of a savings plan that somebody has in two accounts have other numbers. */
const LEAST_NUMBERED = 3;

/** The part of the bookings of the smaller account that has to agree before a person is asked. */
const LEAST_PART = 0.5;

/**
 * Compares two accounts in the period, and in the kinds of records, that both tell of. The last day of that period may be told
 * in part, so that what only one of them knows of it is no contradiction.
 */
export function compareAccounts(
  one: readonly Trace[],
  other: readonly Trace[],
): { readonly likeness: Likeness; readonly common: number } {
  const period = commonPeriod(one, other);
  if (period === undefined) return { likeness: 'different', common: 0 };
  const kinds = new Set(one.map(({ kind }) => kind)).intersection(new Set(other.map(({ kind }) => kind)));
  const isCommon = ({ kind, date }: Trace): boolean =>
    kinds.has(kind) && date >= period.first && date <= period.last;
  const [here, there] = [one.filter(isCommon), other.filter(isCommon)];
  const common = countCommon(here, there, ({ kind, date, content }) => `${date} ${kind} ${content}`);
  const numbered = countCommon(here.filter(isNumbered), there.filter(isNumbered), exactKey);
  const isEarlier = ({ date }: Trace): boolean => date < period.last;
  if (numbered >= LEAST_NUMBERED && isEqual(here.filter(isEarlier), there.filter(isEarlier)))
    return { likeness: 'same', common };
  const isAlike = common > 0 && common >= LEAST_PART * Math.min(here.length, there.length);
  return { likeness: isAlike ? 'alike' : 'different', common };
}

/** The days from the first to the last that both tell of. */
function commonPeriod(
  one: readonly Trace[],
  other: readonly Trace[],
): { first: string; last: string } | undefined {
  const [here, there] = [boundsOf(one), boundsOf(other)];
  if (here === undefined || there === undefined) return undefined;
  const first = here.first > there.first ? here.first : there.first;
  const last = here.last < there.last ? here.last : there.last;
  return first > last ? undefined : { first, last };
}

function boundsOf([head, ...rest]: readonly Trace[]): { first: string; last: string } | undefined {
  if (head === undefined) return undefined;
  let [first, last] = [head.date, head.date];
  for (const { date } of rest) {
    if (date < first) first = date;
    if (date > last) last = date;
  }
  return { first, last };
}

/** How many are in both lists; two that are equal count twice. */
function countCommon(
  one: readonly Trace[],
  other: readonly Trace[],
  keyOf: (trace: Trace) => string,
): number {
  const left = new Map<string, number>();
  for (const trace of one) left.set(keyOf(trace), (left.get(keyOf(trace)) ?? 0) + 1);
  return other.filter((trace) => {
    const count = left.get(keyOf(trace)) ?? 0;
    left.set(keyOf(trace), count - 1);
    return count > 0;
  }).length;
}

function isEqual(one: readonly Trace[], other: readonly Trace[]): boolean {
  return one.length === other.length && countCommon(one, other, exactKey) === one.length;
}

function exactKey({ kind, date, content, number }: Trace): string {
  return JSON.stringify([kind, date, content, number ?? '']);
}

function isNumbered({ number }: Trace): boolean {
  return number !== undefined;
}
