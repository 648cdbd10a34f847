import type { Attack } from '../../attack.ts';
import { digestOf, writePackage } from '../../scene/write-package.ts';
import { hostBusy } from '../../watch/harms.ts';

/** Millions of places, each of which takes a hundred times its length once it is read. */
const MAP = JSON.stringify({ version: 3, sources: ['a'], names: [], mappings: 'AAAA,'.repeat(3_300_000) });
const SCRIPT = 'process;';

export const attack: Attack = {
  name: 'maps-its-script-at-length',
  aim: 'has a source map that takes the host seconds and a gigabyte to read, for a hint in one finding',
  belt: 'the limits of source maps',
  control: {
    edits: {
      'core/dist/validation/syntax/source-positions.js': [['1024 * 1024;', '64 * 1024 * 1024;']],
    },
  },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: SCRIPT,
      manifest: { files: { 'dist/plugin.js': digestOf(SCRIPT), 'dist/plugin.js.map': digestOf(MAP) } },
      files: { 'dist/plugin.js.map': MAP },
    }),
  act: async (host) => host.approve(),
  harm: hostBusy,
};
