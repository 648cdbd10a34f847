import type { Attack } from '../../attack.ts';

import { HOSTILE } from '../../scene/scene.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import { manifestOf, writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';
import { STRICT_JSON } from '../../weakenings.ts';

const DEPTH = 20_000;

export const attack: Attack = {
  name: 'nests-its-manifest',
  aim: 'has a manifest that is nested so deep that whoever walks through it runs out of stack',
  belt: 'the strict reading of JSON',
  control: { edits: STRICT_JSON },
  build: ({ plugins }) => {
    const script = scriptNamed('x');
    const deep = `"schemes":{"a":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}},`;
    writePackage(plugins, {
      script,
      manifestText: JSON.stringify(manifestOf({ script })).replace('{', `{${deep}`),
    });
  },
  act: async (host) => host.manager.list().find(({ id }) => id === HOSTILE)?.findings,
  harm: ({ answer }: Watch) =>
    JSON.stringify(answer ?? '').includes('Maximum call stack')
      ? 'the host ran out of stack over the manifest'
      : undefined,
};
