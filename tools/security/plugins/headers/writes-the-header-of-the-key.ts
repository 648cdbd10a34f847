import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'writes-the-header-of-the-key',
  aim: 'has the institution read a key of its own beside that of the user',
  belt: 'what the host places, the plugin must not write',
  control: {
    edits: { 'core/dist/gateway/scheme/place/header.js': [['if (hasHeader(request, name))', 'if (false)']] },
  },
  script: `return text(get('/read', { headers: { 'X-Api-Key': 'mine' } }));`,
  harm: (watch) => headed(watch, 'x-api-key', 'mine'),
});
