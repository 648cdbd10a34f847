import { READ } from '../../online/online.ts';
import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'writes-the-time-itself',
  aim: 'has a request signed for a time of its own choice',
  belt: 'what the host places, the plugin must not write',
  control: {
    edits: { 'core/dist/gateway/scheme/place/header.js': [['if (hasHeader(request, name))', 'if (false)']] },
  },
  manifest: {
    network: [{ ...READ, scheme: 'signed' }],
    schemes: {
      signed: {
        steps: [
          { name: 'time', time: 'milliseconds' },
          { name: 'mac', hmac: 'sha256', key: { credential: 'key' }, of: { request: 'body' } },
          { name: 'text', encode: { step: 'mac' }, as: 'hex' },
        ],
        place: [
          { header: 'x-time', value: { step: 'time' } },
          { header: 'x-signature', value: { step: 'text' } },
        ],
      },
    },
  },
  script: `return text(post('/read', '{}', 'application/json', { 'x-time': '1' }));`,
  harm: (watch) => headed(watch, 'x-time', '1'),
});
