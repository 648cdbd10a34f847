import { reachedInside } from '../../online/harms.ts';
import { approved, READ_LOCAL } from '../../online/local-program.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_PROGRAM, ANY_REDIRECT } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'leads-away-from-a-local-program',
  aim: 'reaches another port of the machine by an answer of the program that it may reach',
  belt: 'each port of this machine is a permission and an approval of its own, also where a redirect leads there',
  control: { edits: { ...ANY_REDIRECT, ...ANY_PROGRAM } },
  manifest: { network: [READ_LOCAL] },
  programs: approved,
  answer: (_, response, scene) =>
    void response.writeHead(302, { location: `https://localhost:${scene.ports.tcp}/` }).end(),
  script: `return text(fetch('https://localhost:5000/read'));`,
  harm: (watch) => reachedInside(watch),
});
