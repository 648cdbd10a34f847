import type { Attack } from '../../attack.ts';

import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

/** Texts as long as a manifest may have them, each made to keep a hasty regular expression busy. */
const SLOW = {
  id: `${'a'.repeat(63)}!`,
  api: `${'>=1.0.0 || '.repeat(45)}x`,
  version: `1.0.0-${'a.'.repeat(250)}!`,
  institution: `${'aa '.repeat(170)}\u0435`,
  plugins: { other: `${' '.repeat(500)}x`, 'a-b': `1.0.0 - ${'1'.repeat(500)}` },
  homepage: `https://${'a'.repeat(4_000)}!`,
  description: `${' '.repeat(4_000)}\u202e`,
  network: [
    {
      origin: `https://${'a.'.repeat(200)}!`,
      methods: ['GET'],
      paths: [`/${'(a+)+'.repeat(100)}$`, `/${'%61'.repeat(150)}%`],
      access: 'read',
      why: 'x',
    },
  ],
};

export const attack: Attack = {
  name: 'slows-the-rules',
  aim: "keeps the host's own regular expressions busy with the texts of its manifest",
  belt: 'regular expressions that look at each character once',
  control: {
    edits: {
      'core/dist/interfaces/manifest/manifest.js': [
        ['/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/', '/^([a-z0-9]+-?)+$/'],
      ],
    },
  },
  build: () => undefined,
  act: async (host) => {
    for (const [field, value] of Object.entries(SLOW)) {
      writePackage(host.scene.plugins, {
        folder: field,
        script: scriptNamed('x'),
        manifest: { [field]: value },
      });
    }
    return host.reopen().manager.list().length;
  },
  harm: (watch) => stillOpenAfter(watch, 2_500),
};
