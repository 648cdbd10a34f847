import { SIGNED_BODY } from '../../online/online.ts';
import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'writes-the-time-itself',
  aim: 'has a request signed for a time of its own choice',
  belt: 'what the host places, the plugin must not write',
  control: {
    edits: { 'core/dist/gateway/scheme/place/header.js': [['if (hasHeader(request, name))', 'if (false)']] },
  },
  manifest: SIGNED_BODY,
  script: `return text(post('/read', '{}', 'application/json', { 'x-time': '1' }));`,
  harm: (watch) => headed(watch, 'x-time', '1'),
});
