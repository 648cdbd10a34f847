import { bytesOf } from '../../statement-input.js';
import type { NetworkScript, ScriptedAnswer } from '../../scripted-network.js';

/** A network whose answers arrive with other bodies. */
export function changedAnswers(
  script: NetworkScript,
  change: (body: Uint8Array) => Uint8Array | string,
): NetworkScript {
  if (typeof script !== 'function')
    return script.map((exchange) => ({ ...exchange, answer: changed(exchange.answer, change) }));
  return async (request) => changed(await script(request), change);
}

function changed(answer: ScriptedAnswer, change: (body: Uint8Array) => Uint8Array | string): ScriptedAnswer {
  if ('problem' in answer || answer.body === undefined || answer.body === null) return answer;
  return { ...answer, body: change(toBytes(answer.body)) };
}

function toBytes(body: unknown): Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array
    ? bytesOf(body)
    : bytesOf(JSON.stringify(body));
}
