import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

/** How long somebody else writes to host.db, in milliseconds. */
const LOCKED_MS = 250;

export const fault: Fault = {
  name: 'has-a-locked-database',
  weight: 2,
  alone: true,
  script: failsOnCall("setTimeout(() => { throw new Error('bang'); }, 0); await new Promise(() => {});"),
  inject: async (victim) => {
    await victim.start();
    const database = new DatabaseSync(join(victim.scene.home, 'host.db'), { timeout: 2_000 });
    try {
      database.exec('BEGIN IMMEDIATE');
      // The host wants to write down the crash meanwhile.
      const crash = victim.call(FAIL, 5_000);
      await wait(LOCKED_MS);
      database.exec('ROLLBACK');
      expectCode(await crash, 'CELL_CRASHED');
    } finally {
      database.close();
    }
  },
};
