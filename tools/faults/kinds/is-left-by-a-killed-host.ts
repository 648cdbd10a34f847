import type { Fault } from '../fault.ts';
import { HostProcess } from '../host/host-process.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectGone } from '../victim.ts';
import { cellsOf, expectBusy } from '../watch/cells.ts';

export const fault: Fault = {
  name: 'is-left-by-a-killed-host',
  weight: 1,
  alone: true,
  script: failsOnCall('for (;;);'),
  inject: async ({ id, scene }) => {
    // A second host of the same home, in the middle of a call.
    const other = new HostProcess(scene.folder);
    await other.ask({ ask: 'open', options: { ...scene, approved: [] } });
    await other.ask({ ask: 'load', id });
    const [cell] = cellsOf(other.pid);
    if (cell === undefined) throw new Error('the second host has no cell');
    const open = other.ask({ ask: 'call', id, cursor: FAIL }).catch(() => undefined);
    await expectBusy(cell);
    other.kill();
    await other.ended;
    await open;
    await expectGone(cell);
  },
};
