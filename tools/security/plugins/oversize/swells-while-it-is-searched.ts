import { gzipSync } from 'node:zlib';
import { READ } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';

const BOMB = gzipSync(Buffer.alloc(300_000_000, ' '));

export const attack = onlineAttack({
  name: 'swells-while-it-is-searched',
  aim: 'fills the memory of the host with an answer that swells when it is unpacked',
  belt: 'an answer that is searched for a token as a whole has at most 8 MiB, unpacked',
  given: {
    edits: { 'core/dist/gateway/request/http-client.js': [['if (length > limit)', 'if (false)']] },
  },
  control: {
    edits: { 'core/dist/gateway/request/captures.js': [['if (length > MAX_CAPTURE_BODY)', 'if (false)']] },
  },
  limits: { callMs: 15_000 },
  manifest: {
    network: [{ ...READ, credentials: ['key'], captures: [{ name: 'session', from: { json: '/session' } }] }],
  },
  answer: (_, response) => void response.setHeader('content-encoding', 'gzip').end(BOMB),
  script: `return text(get('/read'));`,
  harm: ({ hostGrowth }) => (hostGrowth > 150_000_000 ? `the host grew by ${hostGrowth} bytes` : undefined),
});
