import { judge, type Verdict } from './trial/judge.ts';
import type { ListedAttack } from './trial/run-trial.ts';

/** Judges attacks, several at a time, and gives the verdicts in the order of the attacks. */
export async function judgeAll(
  attacks: readonly ListedAttack[],
  options: { workers: number; onVerdict?: (verdict: Verdict) => void },
): Promise<Verdict[]> {
  const verdicts = new Map<ListedAttack, Verdict>();
  // Those that take long first, so that no worker is left alone with one.
  const waiting = [...attacks].sort((one, other) => settleOf(other) - settleOf(one));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const verdict = await judge(next);
      verdicts.set(next, verdict);
      options.onVerdict?.(verdict);
    }
  };
  await Promise.all(Array.from({ length: options.workers }, work));
  return attacks.flatMap((attack) => verdicts.get(attack) ?? []);
}

function settleOf({ attack }: ListedAttack): number {
  return attack.settleMs ?? 0;
}
