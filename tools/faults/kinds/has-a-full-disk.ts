import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode, expectGone } from '../victim.ts';

const run = promisify(execFile);

export const fault: Fault = {
  name: 'has-a-full-disk',
  weight: 2,
  alone: true,
  script: failsOnCall(`for (let n = 0; n < 100; n += 1) log.info('line ' + n);
    setTimeout(() => { throw new Error('bang'); }, 0); await new Promise(() => {});`),
  inject: async (victim) => {
    const pid = await victim.start();
    await limitFiles(victim.host.pid, '0');
    try {
      // Log lines, the crash, the evidence and the change of state cannot be written.
      expectCode(await victim.call(FAIL, 5_000), 'CELL_CRASHED');
      await expectGone(pid);
    } finally {
      await limitFiles(victim.host.pid, 'unlimited');
    }
  },
};

/** Sets how large the files may become that a process writes; with 0 every write fails. */
async function limitFiles(pid: number, bytes: string): Promise<void> {
  await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
}
