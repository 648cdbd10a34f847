import type { Attack } from '../attack.ts';
import { HOSTILE, type Scene } from '../scene/scene.ts';
import { writePackage } from '../scene/write-package.ts';
import { ONLINE_FIELDS, ONLINE_PRELUDE, type Online } from './online.ts';

export interface OnlineAttack extends Omit<Attack, 'build'>, Online {
  /** Source text of the body of an async function; what it gives is the plugin's answer. */
  readonly script: string;
  /** Source text of members that `activate` gives beside the service `account`. */
  readonly services?: string;
  /** Writes what else the scene needs. */
  prepare?(scene: Scene): void;
}

/** An attack by a plugin that is connected with an institution on loopback. */
export function onlineAttack(given: OnlineAttack): Attack {
  const { script, services, prepare, manifest, credentials, answer, socket, names, programs, ...attack } =
    given;
  return {
    ...attack,
    online: {
      ...(manifest === undefined ? {} : { manifest }),
      ...(credentials === undefined ? {} : { credentials }),
      ...(answer === undefined ? {} : { answer }),
      ...(socket === undefined ? {} : { socket }),
      ...(names === undefined ? {} : { names }),
      ...(programs === undefined ? {} : { programs }),
    },
    build: (scene) => {
      writeOnlinePlugin(scene, { script, ...(services === undefined ? {} : { services }), manifest });
      prepare?.(scene);
    },
  };
}

/** Writes a plugin that does something online whenever its accounts are asked for, and answers with what came of it. */
export function writeOnlinePlugin(
  { plugins }: Scene,
  {
    id = HOSTILE,
    version,
    script,
    services = '',
    manifest,
  }: {
    id?: string;
    version?: string;
    script: string;
    services?: string;
    manifest?: Readonly<Record<string, unknown>> | undefined;
  },
): void {
  writePackage(plugins, {
    id,
    ...(version === undefined ? {} : { version }),
    manifest: { ...ONLINE_FIELDS, ...manifest },
    script: `${ONLINE_PRELUDE}
module.exports = { default: { type: 'broker', activate: (context) => {
  const act = async (query) => { ${script} };
  return {
    ${services}
    account: { listAccounts: async (query) => ({
      items: [{ id: 'A1', name: String(await act(query) ?? 'nothing').slice(0, 500) || 'nothing' }],
    }) },
  };
} } };`,
  });
}
