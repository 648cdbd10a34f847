import type { Answer } from '../call/answer.js';
import type { Call } from '../call/call.js';
import type { World } from '../world.js';

/** Something that happens to one request, or to the handshake of a WebSocket. */
export type CallFault<Scenario, State> =
  /** The answer comes so much later. */
  | { readonly kind: 'latency'; readonly milliseconds: number }
  /** No answer ever comes. */
  | { readonly kind: 'silence' }
  /** The connection is reset before the first byte of an answer. */
  | { readonly kind: 'reset' }
  /** 429; `retryAfter` are seconds or an HTTP date, without it the header is missing. */
  | { readonly kind: 'rateLimit'; readonly retryAfter?: number | string }
  /** A 5xx with a body that is not JSON; 503 unless told. */
  | { readonly kind: 'serverError'; readonly status?: number }
  /** A page of HTML, with status 200 unless told: what many institutions show while they are closed. */
  | { readonly kind: 'maintenance'; readonly status?: number }
  /** This answer in place of the route's own; the route does not run. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The emulator's clock is off by so much for this request, its `date` header included. */
  | { readonly kind: 'clockSkew'; readonly milliseconds: number }
  /** Something changes just before the route runs: a row between two pages, a session that ends. */
  | { readonly kind: 'change'; change(world: World<Scenario, State>): void }
  /** What the route answered, otherwise. */
  | { readonly kind: 'rewrite'; rewrite(answer: Answer, call: Call): Answer }
  /** The route's former answer once more, whatever is asked: a page that comes twice. Without a former one, its own. */
  | { readonly kind: 'repeatAnswer' }
  /** The route's own body as JSON that does not end. */
  | { readonly kind: 'malformedJson' }
  /** A complete answer whose body ends after so many bytes. */
  | { readonly kind: 'truncate'; readonly afterBytes: number }
  /** The connection is lost after so many bytes of the body, of which more were announced. */
  | { readonly kind: 'drop'; readonly afterBytes: number }
  /** The body comes in pieces of so many bytes, each so much after the one before. */
  | { readonly kind: 'slow'; readonly bytes: number; readonly milliseconds: number };

/** Something that happens to one message which the emulator sends over a WebSocket. */
export type FrameFault =
  /** The connection is lost after so many bytes of the frame, its header (2, 4 or 10 bytes) included. */
  | { readonly kind: 'cutFrame'; readonly afterBytes: number }
  /** The connection is closed in place of the message. */
  | { readonly kind: 'closeSocket'; readonly code?: number; readonly reason?: string }
  /** The message is lost. */
  | { readonly kind: 'loseFrame' }
  /** The message comes twice. */
  | { readonly kind: 'repeatFrame' };

/** A bad day: something that happens to a request or to a message of a WebSocket. */
export type Fault<Scenario, State> = CallFault<Scenario, State> | FrameFault;

const FRAME_KINDS = new Set(['cutFrame', 'closeSocket', 'loseFrame', 'repeatFrame']);

export function isFrameFault<Scenario, State>(fault: Fault<Scenario, State>): fault is FrameFault {
  return FRAME_KINDS.has(fault.kind);
}
