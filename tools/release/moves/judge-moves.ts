import type { Bump, Move } from './compare-versions.ts';

/** What a release may move. */
export interface Expectation {
  /** What has to move, and how far. */
  readonly moves: Readonly<Record<string, Bump>>;
  /** What may move by a patch beside that, because it is installed with what moved. Default: nothing. */
  readonly mayFollow?: readonly string[];
}

/** What is otherwise than a release should have it, as sentences; none where all is well. */
export function judgeMoves(
  moves: readonly Move[],
  { moves: expected, mayFollow = [] }: Expectation,
): string[] {
  const moved = new Map(moves.map(({ name, bump }) => [name, bump]));
  const lacking = Object.entries(expected)
    .filter(([name, bump]) => moved.get(name) !== bump)
    .map(([name, bump]) => `${name} should have moved: ${bump}, but: ${moved.get(name) ?? 'did not move'}.`);
  const beyond = moves
    .filter(
      ({ name, bump }) => expected[name] === undefined && !(mayFollow.includes(name) && bump === 'patch'),
    )
    .map(({ name, before = 'none', after }) => `${name} should not have moved: ${before} → ${after}.`);
  return [...lacking, ...beyond];
}
