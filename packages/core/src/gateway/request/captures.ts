import type { PermissionMatch } from '../permission/index.js';
import type { VaultPort } from '../ports.js';
import type { LiveSecret, PreparedRequest } from '../scheme/index.js';
import { captureAnswer, MAX_CAPTURE_BODY, readsBody } from '../secret/index.js';
import { wholeBody } from './answer-body.js';
import { tooLarge } from './failure.js';
import type { HttpAnswer } from './http-client.js';

/** Takes session ids and tokens out of an answer and keeps them. The body is read whole only where one may be in it. */
export async function takeCaptures(
  vault: VaultPort,
  answer: HttpAnswer,
  { match, run }: { match: PermissionMatch; run: PreparedRequest['run'] },
): Promise<{ readonly answer: HttpAnswer; readonly secrets: readonly LiveSecret[] }> {
  const captures = match.permission.captures ?? [];
  if (captures.length === 0) return { answer, secrets: [] };
  const body = readsBody(captures) ? await readWhole(answer.body) : undefined;
  const taken = captureAnswer({ headers: answer.headers, body }, captures, {
    run,
    path: `${match.id}.captures`,
  });
  for (const captured of taken.captured) vault.keep(captured);
  const { headers, secrets } = taken;
  return {
    answer: { ...answer, headers, body: body === undefined ? answer.body : wholeBody(taken.body ?? body) },
    secrets,
  };
}

async function readWhole(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > MAX_CAPTURE_BODY) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
