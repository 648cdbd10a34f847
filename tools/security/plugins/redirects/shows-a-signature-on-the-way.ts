import { ONLINE_FIELDS, READ } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'shows-a-signature-on-the-way',
  aim: 'reads a signature of the host in the answer that its request led to',
  belt: 'an answer is searched for what was placed on the way to it too',
  control: { edits: NO_SEARCH },
  manifest: {
    network: [
      { ...READ, scheme: 'signed', paths: ['/read'] },
      { ...READ, credentials: [], scheme: undefined, paths: ['/read/shown'] },
    ],
    schemes: {
      ...ONLINE_FIELDS.schemes,
      signed: {
        steps: [
          { name: 'mac', hmac: 'sha256', key: { credential: 'key' }, of: { request: 'path' } },
          { name: 'text', encode: { step: 'mac' }, as: 'hex' },
        ],
        place: [{ query: 'signature', value: { step: 'text' } }],
      },
    },
  },
  answer: ({ url }, response) =>
    void response
      .writeHead(url.startsWith('/read?') ? 302 : 200, { location: url.replace('/read?', '/read/shown?') })
      .end(),
  script: `return (await get('/read')).url;`,
  harm: (watch) =>
    leaks(
      watch,
      new URL(watch.bank.seen[0]?.url ?? '', 'http://bank.example').searchParams.get('signature') ??
        watch.scene.secret,
    ),
});
