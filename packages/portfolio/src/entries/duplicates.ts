import type { RecordKind } from '@bourse/core/interfaces';

/** What the user says of two records. */
export type Verdict = 'same' | 'different';

export interface Decision {
  readonly first: string;
  readonly second: string;
  readonly verdict: Verdict;
}

/** A record and the channels that it came through. */
export interface Sighting {
  readonly id: string;
  readonly account: number;
  readonly kind: RecordKind;
  readonly date: string;
  readonly fingerprint: string;
  readonly inStatement: boolean;
  readonly inApi: boolean;
}

/** A record that is not counted, because another channel tells of the same account, kind and day. */
export interface PossibleDuplicate {
  /** The id of the record that is not counted. */
  readonly heldBack: string;
  /** The id of the record that is counted in its place: the one that looks the same, else the first one of that day. */
  readonly counted: string;
  readonly account: number;
  readonly kind: RecordKind;
  readonly date: string;
  /** Whether the user has said that both are the same. */
  readonly decided: boolean;
}

/**
 * Finds the records that are held back. Of an account, kind and day that two channels tell of, one channel is authoritative: the
 * one that knows more records, at a tie the statement. A record that only the other one knows is held back until the user calls
 * it different from a record of the authoritative one. Records of one channel are never duplicates of each other: two equal fills
 * are two fills.
 */
export function findDuplicates(
  sightings: readonly Sighting[],
  decisions: readonly Decision[],
): PossibleDuplicate[] {
  const verdicts = new Map(decisions.map(({ first, second, verdict }) => [pairOf(first, second), verdict]));
  const days = Map.groupBy(sightings, ({ account, kind, date }) => `${account} ${kind} ${date}`);
  return [...days.values()].flatMap((day) => heldBackOf(day, verdicts));
}

/** The key of two records, whichever comes first. */
function pairOf(first: string, second: string): string {
  return [first, second].sort().join(' ');
}

function heldBackOf(day: readonly Sighting[], verdicts: ReadonlyMap<string, Verdict>): PossibleDuplicate[] {
  const stated = day.filter((sighting) => sighting.inStatement);
  const answered = day.filter((sighting) => sighting.inApi);
  const authority = (answered.length > stated.length ? answered : stated).toSorted(byId);
  if (authority.length === day.length) return [];
  const free = new Set(authority);
  return day
    .filter((sighting) => !free.has(sighting))
    .toSorted(byId)
    .flatMap((sighting) => judge(sighting, authority, free, verdicts));
}

function judge(
  sighting: Sighting,
  authority: readonly Sighting[],
  free: Set<Sighting>,
  verdicts: ReadonlyMap<string, Verdict>,
): PossibleDuplicate[] {
  const verdictOn = (other: Sighting) => verdicts.get(pairOf(sighting.id, other.id));
  if (authority.some((other) => verdictOn(other) === 'different')) return [];
  const counterpart =
    authority.find((other) => verdictOn(other) === 'same') ??
    authority.find((other) => free.has(other) && other.fingerprint === sighting.fingerprint);
  const counted = counterpart ?? authority[0];
  if (counted === undefined) return [];
  if (counterpart !== undefined) free.delete(counterpart);
  const { id, account, kind, date } = sighting;
  return [{ heldBack: id, counted: counted.id, account, kind, date, decided: verdictOn(counted) === 'same' }];
}

function byId(left: Sighting, right: Sighting): number {
  return left.id < right.id ? -1 : 1;
}
