import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'asks-for-other-letters',
  aim: 'has an answer written in letters in which no secret is found',
  belt: 'what says in which letters an answer is wanted names those in which secrets are found',
  control: {
    edits: { 'core/dist/gateway/request/check-headers.js': [['LETTERED.has(name.toLowerCase())', 'false']] },
  },
  script: `return text(get('/read', { headers: { accept: 'application/json;charset=IBM037' } }));`,
  harm: (watch) => headed(watch, 'accept', 'IBM037'),
});
