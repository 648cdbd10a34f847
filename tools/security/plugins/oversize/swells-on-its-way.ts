import { gzipSync } from 'node:zlib';
import { answered } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

const BOMB = gzipSync(Buffer.alloc(80_000_000, ' '));

export const attack = onlineAttack({
  name: 'swells-on-its-way',
  aim: 'has the plugin given more than an answer may have, by an answer that swells',
  belt: 'the limit of an answer holds for what is unpacked',
  control: {
    edits: { 'core/dist/gateway/request/http-client.js': [['if (length > limit)', 'if (false)']] },
  },
  limits: { callMs: 15_000 },
  answer: (_, response) => void response.setHeader('content-encoding', 'gzip').end(BOMB),
  script: `
    const reader = (await get('/read')).body.getReader();
    while (!(await reader.read()).done);`,
  harm: (watch) => answered(watch, 60_000_000),
});
