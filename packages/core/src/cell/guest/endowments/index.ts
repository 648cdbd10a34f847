import type { EndowmentName } from '../global-names.js';
import { AbortController, AbortSignal } from './abort.js';
import { makeConsole } from './console.js';
import { makeDate } from './date.js';
import { Event, EventTarget } from './event.js';
import { makeMath } from './math.js';
import { TextDecoder, TextEncoder } from './text-codec.js';
import { timerEndowments } from './timers.js';

/** Everything that a plugin has beyond the language. Called after lockdown. */
export function makeEndowments(): Readonly<Record<EndowmentName, unknown>> {
  return {
    ...timerEndowments,
    Date: makeDate(),
    Math: makeMath(),
    console: makeConsole(),
    TextEncoder,
    TextDecoder,
    Event,
    EventTarget,
    AbortController,
    AbortSignal,
  } as never;
}
