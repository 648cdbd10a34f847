import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'leads-on-without-an-end',
  aim: 'keeps the host busy with answers that lead from one path to the next',
  belt: 'five steps are the most',
  control: { edits: { 'core/dist/gateway/gateway.js': [['hops > MAX_REDIRECTS', 'false']] } },
  answer: ({ url }, response) =>
    void response.writeHead(302, { location: `/read/${Number(url.slice(6)) + 1}` }).end(),
  script: `return text(get('/read/1'));`,
  harm: ({ bank }) => (bank.seen.length > 20 ? `the host followed ${bank.seen.length - 1} times` : undefined),
});
