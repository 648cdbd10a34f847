import { setTimeout as delay } from 'node:timers/promises';
import { html, text, type Answer } from '../call/answer.js';
import type { Call } from '../call/call.js';
import type { World } from '../world.js';
import type { CallFault } from './fault.js';

/** How the bytes of an answer go out. */
export interface Delivery {
  /** The connection is lost after so many bytes of the body. */
  readonly dropAfter?: number;
  readonly slow?: { readonly bytes: number; readonly milliseconds: number };
}

/** What happens before a route runs, in its place, or instead of any answer. */
export type Prelude =
  { readonly kind: 'run' | 'reset' } | { readonly kind: 'answer'; readonly answer: Answer };

const RUN: Prelude = { kind: 'run' };

/** The world as one request sees it, by the clock that its faults leave. */
export function skewClock<Scenario, State>(
  world: World<Scenario, State>,
  faults: readonly CallFault<Scenario, State>[],
): World<Scenario, State> {
  const skew = faults.reduce((sum, fault) => sum + (fault.kind === 'clockSkew' ? fault.milliseconds : 0), 0);
  return skew === 0 ? world : { ...world, now: () => world.now() + skew };
}

/** What the faults do before the route runs; the last that answers in its place wins. */
export async function meetFaults<Scenario, State>(
  faults: readonly CallFault<Scenario, State>[],
  world: World<Scenario, State>,
  signal: AbortSignal,
): Promise<Prelude> {
  let prelude: Prelude = RUN;
  for (const fault of faults) {
    if (fault.kind === 'latency') await delay(fault.milliseconds, undefined, { signal });
    else if (fault.kind === 'silence') await untilAborted(signal);
    else if (fault.kind === 'change') fault.change(world);
    else if (fault.kind === 'reset') return { kind: 'reset' };
    const answer = answerOf(fault);
    if (answer !== undefined) prelude = { kind: 'answer', answer };
  }
  return prelude;
}

function answerOf<Scenario, State>(fault: CallFault<Scenario, State>): Answer | undefined {
  switch (fault.kind) {
    case 'rateLimit':
      return text('Too many requests\n', {
        status: 429,
        headers: fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      });
    case 'serverError':
      return text('The service is not available\n', { status: fault.status ?? 503 });
    case 'maintenance':
      return html('<!doctype html><title>Maintenance</title><h1>We will be back soon</h1>', {
        status: fault.status ?? 200,
      });
    case 'answer':
      return fault.answer;
    default:
      return undefined;
  }
}

/** What the faults make of the route's own answer. */
export function alterAnswer<Scenario, State>(
  faults: readonly CallFault<Scenario, State>[],
  own: Answer,
  context: { readonly call: Call; readonly former: Answer | undefined },
): Answer {
  return faults.reduce((answer, fault) => {
    switch (fault.kind) {
      case 'rewrite':
        return fault.rewrite(answer, context.call);
      case 'repeatAnswer':
        return context.former ?? answer;
      case 'malformedJson':
        return { ...answer, body: Buffer.concat([answer.body, Buffer.from(',{"')]) };
      case 'truncate':
        return { ...answer, body: answer.body.subarray(0, fault.afterBytes) };
      default:
        return answer;
    }
  }, own);
}

export function deliveryOf<Scenario, State>(faults: readonly CallFault<Scenario, State>[]): Delivery {
  return faults.reduce<Delivery>((delivery, fault) => {
    if (fault.kind === 'drop') return { ...delivery, dropAfter: fault.afterBytes };
    if (fault.kind === 'slow') return { ...delivery, slow: fault };
    return delivery;
  }, {});
}

async function untilAborted(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted();
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
