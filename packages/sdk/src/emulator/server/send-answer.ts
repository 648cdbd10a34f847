import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../call/answer.js';
import type { Delivery } from '../fault/meet-faults.js';

const WITHOUT_BODY = new Set([204, 304]);

/** Sends an answer the way its faults want it; ends early where the client goes away. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  options: { readonly delivery: Delivery; readonly now: number; readonly signal: AbortSignal },
): Promise<void> {
  const { delivery, now, signal } = options;
  response.sendDate = false;
  response.writeHead(answer.status, headersOf(answer, now));
  if (response.req.method === 'HEAD') return void response.end();
  const body = answer.body.subarray(0, delivery.dropAfter);
  if (delivery.slow === undefined) await write(response, body);
  else await writeSlowly(response, body, delivery.slow, signal);
  if (delivery.dropAfter === undefined) response.end();
  else response.socket?.destroy();
}

function headersOf(answer: Answer, now: number): Record<string, string | string[]> {
  const headers = Object.entries(answer.headers).map(([name, value]): [string, string | string[]] => [
    name.toLowerCase(),
    typeof value === 'string' ? value : [...value],
  ]);
  return {
    date: new Date(now).toUTCString(),
    ...(WITHOUT_BODY.has(answer.status) ? {} : { 'content-length': String(answer.body.length) }),
    ...Object.fromEntries(headers),
  };
}

async function writeSlowly(
  response: ServerResponse,
  body: Uint8Array,
  { bytes, milliseconds }: { readonly bytes: number; readonly milliseconds: number },
  signal: AbortSignal,
): Promise<void> {
  response.flushHeaders();
  for (let at = 0; at < body.length; at += bytes) {
    await delay(milliseconds, undefined, { signal });
    await write(response, body.subarray(at, at + bytes));
  }
}

/** Resolves when the bytes have left, or the connection is gone; the head goes out with them or before. */
function write(response: ServerResponse, body: Uint8Array): Promise<void> {
  response.flushHeaders();
  if (body.length === 0) return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => response.write(body, () => resolve()));
}
