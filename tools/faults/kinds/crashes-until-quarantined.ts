import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectAnswer, type Victim } from '../victim.ts';

/** Milliseconds between two tries; the host lets the plugin run again after 0.5 and 1 s at most. */
const PAUSE_MS = 100;
const TRIES = 100;

export const fault: Fault = {
  name: 'crashes-until-quarantined',
  weight: 1,
  script: failsOnCall("setTimeout(() => { throw new Error('bang'); }, 0); await new Promise(() => {});"),
  inject: async (victim) => {
    await crashUntilQuarantined(victim);
    await victim.pardon();
    expectAnswer(await victim.call('any', 3_000));
  },
};

async function crashUntilQuarantined(victim: Victim): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const outcome = await victim.callUnpardoned(FAIL, 3_000);
    if ('code' in outcome && outcome.code === 'PLUGIN_QUARANTINED') return;
    await wait(PAUSE_MS);
  }
  throw new Error('it was never quarantined');
}
