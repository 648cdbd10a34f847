// The process of a host that is attacked. It does what the observer asks for over the IPC channel, and nothing else.
import { pathToFileURL } from 'node:url';
import type { CellLimits } from '@bourse/core';
import { answerRequests } from '../../observed-process/answer-requests.ts';
import type { Attack } from '../attack.ts';
import { HEALTHY } from '../scene/scene.ts';
import { OWN_VAULT } from '../online/connect.ts';
import { combine } from '../trial/combine.ts';
import { AttackedHost } from './attacked-host.ts';
import { listPrototypeKeys, mergeCarelessly } from './careless.ts';
import type { Order, Outcome, Request } from './messages.ts';

/** Short enough for a run, and still long for what is done in them. */
const LIMITS: Partial<CellLimits> = { callMs: 5_000, loadMs: 5_000, activateMs: 5_000 };

const keysAtStart = new Set(listPrototypeKeys());

let attack: Attack | undefined;
let host: AttackedHost | undefined;

async function open({ attack: file, scene, control }: Order): Promise<void> {
  ({ attack } = (await import(pathToFileURL(file).href)) as { attack: Attack });
  const { belts = {}, inline = false } = combine(attack, control);
  const options = {
    home: scene.home,
    folders: [scene.plugins],
    limits: { ...LIMITS, ...attack.limits },
    ...OWN_VAULT,
  };
  host = new AttackedHost({ options, belts, scene, inline, online: attack.online });
  await host.approve(HEALTHY);
}

async function act(): Promise<Outcome> {
  if (host === undefined || attack === undefined) throw new Error('the host is not open');
  try {
    const value = await (attack.act === undefined ? host.strike() : attack.act(host));
    mergeCarelessly({}, value);
    return { value };
  } catch (error) {
    mergeCarelessly({}, error);
    return describe(error);
  }
}

function describe(error: unknown): Outcome {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return { code: String(code ?? 'none'), message: String(message ?? error) };
}

async function answer(request: Request): Promise<unknown> {
  switch (request.ask) {
    case 'open':
      return open(request.order);
    case 'healthy':
      return host?.manager.call(HEALTHY, 'account', 'listAccounts', { cursor: String(request.question) });
    case 'act':
      return act();
    case 'prototypes':
      return listPrototypeKeys().filter((key) => !keysAtStart.has(key));
    case 'close':
      return host?.close();
  }
}

answerRequests(answer);
