import type { Attack } from '../../attack.ts';
import { FORGERY } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'offers-too-much',
  aim: 'has got past the runtime of its cell and offers a hundred thousand services, which the host would keep by name',
  belt: 'messageCheck',
  given: LEAKED_MODULES,
  control: { belts: { messageCheck: false } },
  settleMs: 800,
  build: ({ plugins }) => {
    const many = "Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => ['service' + n, []]))";
    const message = `JSON.stringify({ type: 'activated', services: ${many} })`;
    // Its own activation never ends, so that the forged word is the last one.
    const script = `${FORGERY}
      module.exports = { default: { type: 'broker', activate() { send(${message}); return new Promise(() => {}) } } };`;
    writePackage(plugins, { script });
  },
  harm: livesOn,
};
