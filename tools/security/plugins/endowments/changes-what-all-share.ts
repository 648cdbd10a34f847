import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';

export const attack: Attack = {
  name: 'changes-what-all-share',
  aim: 'replaces a method of a prototype that the runtime of its cell works with',
  belt: 'realm: everything shared is frozen',
  control: { belts: { realm: false } },
  build: ({ plugins }) => {
    // The runtime looks methods up in a Map, so that the second call runs through the replaced method.
    const replace = `let caught = 'nothing';
      const original = Map.prototype.get;
      try {
        Map.prototype.get = function (key) { caught = new Error('x').stack; return original.call(this, key); };
      } catch {}`;
    writePackage(plugins, { script: scriptLeaking("caught.replace(/\\s+/g, ' ')", replace) });
  },
  act: async (host) => {
    await host.strike();
    return host.call();
  },
  harm: ({ answer }) =>
    JSON.stringify(answer ?? '').includes('guest.cjs')
      ? 'the runtime of the cell ran a method of the plugin'
      : undefined,
};
