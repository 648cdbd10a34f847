import { reachedInside } from '../../online/harms.ts';
import { READ_LOCAL } from '../../online/local-program.ts';
import { onlineAttack, writeOnlinePlugin } from '../../online/online-attack.ts';
import { ANY_PROGRAM } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-a-program-that-nobody-approved',
  aim: 'reaches a port of the machine that its manifest names, and that the user never trusted',
  belt: 'a port of this machine is reached once the certificate of what listens there was approved',
  control: { edits: ANY_PROGRAM },
  programs: () => ({}),
  script: '',
  prepare: (scene) =>
    writeOnlinePlugin(scene, {
      manifest: { network: [{ ...READ_LOCAL, origin: `loopback:${scene.ports.tcp}` }] },
      script: `return text(fetch('https://localhost:${scene.ports.tcp}/read'));`,
    }),
  harm: (watch) => reachedInside(watch),
});
