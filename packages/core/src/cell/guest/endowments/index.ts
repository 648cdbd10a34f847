import { Cancellation } from '../cancellation.js';
import { Content } from '../content.js';
import type { EndowmentName } from '../global-names.js';
import { AnswerBody } from '../network/answer-body.js';
import { AbortController, AbortSignal } from './abort.js';
import { atob, btoa } from './base64.js';
import { makeConsole } from './console.js';
import { makeCrypto } from './crypto.js';
import { makeDate } from './date.js';
import { Event, EventTarget } from './event.js';
import { fetch } from './fetch.js';
import { Headers } from './headers.js';
import { makeMath } from './math.js';
import { ReadableStream, StreamController, StreamReader } from './readable-stream.js';
import { Request } from './request.js';
import { Response } from './response.js';
import { CloseEvent, ErrorEvent, MessageEvent } from './socket-events.js';
import { structuredClone } from './structured-clone.js';
import { TextDecoder, TextEncoder } from './text-codec.js';
import { timerEndowments } from './timers.js';
import { URL } from './url.js';
import { URLSearchParams } from './url-search-params.js';
import { WebSocket } from './web-socket.js';

export type Endowments = Readonly<Record<EndowmentName, unknown>>;

/** Everything that a plugin has beyond the language: each one ours, none of the runtime. Called after lockdown. */
export function makeEndowments(): Endowments {
  return {
    ...timerEndowments,
    Float16Array,
    Float32Array,
    Float64Array,
    Date: makeDate(),
    Math: makeMath(),
    console: makeConsole(),
    crypto: makeCrypto(),
    structuredClone,
    atob,
    btoa,
    URL,
    URLSearchParams,
    TextEncoder,
    TextDecoder,
    Event,
    EventTarget,
    AbortController,
    AbortSignal,
    Headers,
    Request,
    Response,
    ReadableStream,
    fetch,
    WebSocket,
  };
}

/** Classes that a plugin meets without a name for them; closed like those that it can name. */
export const HELPER_CLASSES: readonly object[] = [
  StreamController,
  StreamReader,
  Content,
  Cancellation,
  MessageEvent,
  CloseEvent,
  ErrorEvent,
  AnswerBody,
];
