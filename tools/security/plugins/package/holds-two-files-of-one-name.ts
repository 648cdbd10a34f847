import type { Attack } from '../../attack.ts';

import { scriptNamed } from '../../scene/scripts.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { digestOf, writePackage } from '../../scene/write-package.ts';
import { listedAs } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'holds-two-files-of-one-name',
  aim: 'has two files whose names differ in case only, of which one replaces the other on some systems',
  belt: 'the rule of paths',
  control: {
    edits: {
      'core/dist/validation/rules/paths.js': [
        ['function listCollisions(paths) {', 'function listCollisions(paths) { return [];'],
      ],
    },
  },
  build: ({ plugins }) => {
    const script = scriptNamed('x');
    const files = { 'dist/plugin.js': digestOf(script), 'dist/Plugin.js': digestOf('y') };
    writePackage(plugins, {
      script,
      manifest: { assets: ['dist/Plugin.js'], files },
      files: { 'dist/Plugin.js': 'y' },
    });
  },
  act: async (host) => host.manager.list().map(({ id, state }) => `${id} ${state}`),
  harm: (watch) => listedAs(watch, `${HOSTILE} waiting`),
};
