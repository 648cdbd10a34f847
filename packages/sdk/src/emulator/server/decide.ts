import { text, type Answer } from '../call/answer.js';
import type { Call } from '../call/call.js';
import { UndocumentedRequest } from '../call/undocumented.js';
import type { CallFault } from '../fault/fault.js';
import { alterAnswer, meetFaults } from '../fault/meet-faults.js';
import type { World } from '../world.js';
import type { Run } from './run.js';

/** A request that belongs to a route, with what is going to happen to it. */
export interface Asked<Scenario, State> {
  readonly name: string;
  readonly call: Call;
  readonly faults: readonly CallFault<Scenario, State>[];
  readonly world: World<Scenario, State>;
  /** What the route itself answers. */
  own(): Answer | Promise<Answer>;
}

/** The answer that the faults leave; undefined where there is none, because of them or because the client went away. */
export async function decide<Scenario, State>(
  run: Run<Scenario, State>,
  asked: Asked<Scenario, State>,
): Promise<Answer | undefined> {
  try {
    return await answerUnderFaults(run, asked);
  } catch (error) {
    if (asked.call.signal.aborted) return undefined;
    const at = `${asked.name} (${asked.call.target})`;
    if (error instanceof UndocumentedRequest) {
      run.journal.violate(`${at}: ${error.message}`);
      return error.answer;
    }
    run.journal.violate(`${at}: the emulator failed: ${String(error)}`);
    return text('The emulator failed; its journal says why.\n', { status: 500 });
  }
}

async function answerUnderFaults<Scenario, State>(
  run: Run<Scenario, State>,
  { name, call, faults, world, own }: Asked<Scenario, State>,
): Promise<Answer | undefined> {
  const prelude = await meetFaults(faults, world, call.signal);
  if (prelude.kind === 'reset') return undefined;
  if (prelude.kind === 'answer') return prelude.answer;
  const answer = await own();
  const former = run.lastAnswers.get(name);
  run.lastAnswers.set(name, answer);
  return alterAnswer(faults, answer, { call, former });
}

/** What becomes of a path that no route documents. */
export function answerUnknown<Scenario, State>(run: Run<Scenario, State>, call: Call): Answer {
  const line = `${call.method} ${call.target}: the emulator of ${call.url.host} knows no such path`;
  run.journal.violate(line);
  return text(`${line}\n`, { status: 501 });
}
