import { connect } from 'node:net';
import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';
import type { Scene } from '../../scene/scene.ts';

export const attack: Attack = {
  name: 'opens-a-port',
  aim: 'has got out of the compartment and opens a port through which somebody may come in',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, ports }) => {
    const listen = `${builtin('net')}.createServer().on('error', () => {}).listen(${ports.tcp}, '127.0.0.2')`;
    writePackage(plugins, {
      script: scriptDoing(`${listen}; await new Promise((go) => globalThis.setTimeout(go, 400))`),
    });
  },
  harm: ({ scene }) => knock(scene),
};

/** The observer's own port on another loopback address: free, unless the plugin has taken it. */
function knock({ ports }: Scene): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(ports.tcp, '127.0.0.2');
    const end = (seen?: string) => {
      socket.destroy();
      resolve(seen);
    };
    socket.once('connect', () => end('the observer was let in by the plugin'));
    socket.once('error', () => end());
  });
}
