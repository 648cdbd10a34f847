import type { Scene } from '../../scene/scene.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { SHORT_SECRETS } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

const pinOf = ({ secret }: Scene): string => secret.slice(0, 6);

export const attack = onlineAttack({
  name: 'has-a-short-secret-placed',
  aim: 'reads a PIN, which is too short to be found, in an answer that repeats it',
  belt: 'a short secret is placed only while the plugin logs in',
  control: { edits: SHORT_SECRETS },
  credentials: (scene) => ({ key: pinOf(scene) }),
  answer: ({ headers }, response) => void response.end(`pin ${String(headers['x-api-key'])}`),
  script: `return text(get('/read'));`,
  harm: (watch) => leaks(watch, `pin ${pinOf(watch.scene)}`),
});
