import { createHash } from 'node:crypto';

/** The databases that a sync tells of a list, this one after the other. */
export type HeldDatabase = 'ledger.db' | 'host.db';

/** What a sync is at when it is killed. */
export type KillPoint =
  /** It waits for an answer of which so many bytes have come. */
  | { readonly at: 'answer'; readonly request: number; readonly bytes: number }
  /** It has the last answer of a list, and is telling a database. */
  | { readonly at: HeldDatabase; readonly request: number };

/** An answer of the institution in a sync that nobody disturbs. */
export interface SyncAnswer {
  readonly bytes: number;
  /** Whether a list is complete with it, so that it is stored next. */
  readonly endsList: boolean;
}

/** Points between the first request of a sync and the last thing that it stores, each kind in turn; the same for the same seed. */
export function chooseKillPoints(answers: readonly SyncAnswer[], count: number, seed: number): KillPoint[] {
  const requests = [...answers.keys()];
  const ends = requests.filter((request) => answers[request]?.endsList);
  return Array.from({ length: count }, (_, index): KillPoint => {
    const random = randomOf(`${seed} ${index}`);
    const kind = index % 4;
    if (kind === 1) return { at: 'ledger.db', request: pick(ends, random) };
    if (kind === 3) return { at: 'host.db', request: pick(ends, random) };
    const request = pick(requests, random);
    const bytes =
      kind === 0 ? 0 : pick([...Array(answers[request]?.bytes).keys()], randomOf(`${seed} bytes ${index}`));
    return { at: 'answer', request, bytes };
  });
}

/** From 0 to below 1. */
function randomOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

function pick(from: readonly number[], random: number): number {
  return from[Math.floor(random * from.length)] ?? 0;
}
