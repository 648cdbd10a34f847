import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_METHOD } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'overrides-the-method-in-a-body',
  aim: 'has a reading request carried out as another method by a server that reads JSON leniently',
  belt: 'no body that some server may read makes another method of a request',
  control: { edits: ANY_METHOD },
  script: `return text(post('/read', '\\ufeff{"_method":"DELETE",}', 'application/json'));`,
  harm: (watch) => arrived(watch, 'another method', ({ body }) => /"_method":"DELETE"/.test(body)),
});
