import type { Attack } from '../attack.ts';
import { builtin, scriptDoing } from '../scene/scripts.ts';
import { writePackage } from '../scene/write-package.ts';
import { NOTHING_HOLDS } from '../weakenings.ts';

/** An attack whose own observer sees nothing, while it does harm of another kind. */
export const attack: Attack = {
  name: 'other-harm',
  aim: 'damages a file of the user',
  belt: 'none',
  given: NOTHING_HOLDS,
  control: {},
  build: ({ plugins, canary }) => {
    const file = JSON.stringify(canary);
    writePackage(plugins, { script: scriptDoing(`${builtin('fs')}.writeFileSync(${file}, 'mine')`) });
  },
  harm: () => undefined,
};
