import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';
import { comesTrue } from '../watch/cells.ts';

/** How long somebody else writes to host.db, in milliseconds: longer than a healthy call may take. */
const LOCKED_MS = 3_000;

/** Milliseconds in which the host has written down what it could not write meanwhile. */
const CAUGHT_UP_MS = 3_000;

export const fault: Fault = {
  name: 'has-a-locked-database',
  weight: 1,
  alone: true,
  script: failsOnCall(`for (let n = 0; n < 100; n += 1) log.info('line ' + n);
    setTimeout(() => { throw new Error('bang'); }, 0); await new Promise(() => {});`),
  inject: async (victim) => {
    await victim.start();
    const database = new DatabaseSync(join(victim.scene.home, 'host.db'), { timeout: 2_000 });
    const crashes = database.prepare("SELECT count(*) AS crashes FROM crash WHERE cell LIKE ? || ' %'");
    const isWritten = (): boolean => Number(crashes.get(victim.id)?.['crashes']) > 0;
    try {
      database.exec('BEGIN IMMEDIATE');
      // The host wants to write down log lines, the crash and the change of state meanwhile.
      const crash = victim.call(FAIL, 5_000);
      await wait(LOCKED_MS);
      database.exec('ROLLBACK');
      expectCode(await crash, 'CELL_CRASHED');
      if (!(await comesTrue(isWritten, CAUGHT_UP_MS))) throw new Error('the crash was never written down');
    } finally {
      database.close();
    }
  },
};
