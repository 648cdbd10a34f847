import { arrived } from '../../online/harms.ts';
import { READ_LOCAL, replaced } from '../../online/local-program.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_PROGRAM } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'takes-the-port-of-a-program',
  aim: 'gets what is meant for the program of the institution, by listening on its port',
  belt: 'a program is told by its certificate, and one that shows another is sent nothing',
  control: { edits: ANY_PROGRAM },
  manifest: { network: [READ_LOCAL] },
  programs: replaced,
  script: `return text(fetch('https://localhost:5000/read'));`,
  harm: (watch) =>
    arrived(watch, 'a request that was meant for another program', ({ url }) => url === '/read'),
});
