import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectAnswer } from '../victim.ts';

export const fault: Fault = {
  name: 'floods-the-log',
  weight: 4,
  script: failsOnCall("for (let n = 0; n < 20_000; n += 1) log.info('line ' + n, { n });"),
  inject: async (victim) => expectAnswer(await victim.call(FAIL, 10_000)),
};
