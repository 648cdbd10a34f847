import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_CODES, ProblemError } from '@bourse/core/interfaces';
import { inChunks } from '../../testing/statement-input.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import type { QualityRule, Shortcoming } from '../quality-rule.js';
import { fixturesOf } from '../trial/fixtures-of.js';
import { OwnCell } from '../trial/own-cell.js';
import { startRatio } from '../trial/start-ratio.js';
import { withoutFiles } from './exemptions.js';

/** The largest bundle in bytes. */
const BUNDLE_BYTES = 256 * 1024;

/** How much longer than an empty plugin one may take to start. */
const START_RATIO = 3;

/** Files that no plugin reads. */
const STRANGE_FILES = { 'an empty file': '', 'a letter': 'Dear reader,\nthis is a letter.\n' };

/** What it costs, and how it behaves with files. */
export const behaviourRules: readonly QualityRule[] = [
  {
    code: 'BQ105',
    level: 'silver',
    title: 'the bundle has at most 256 KB',
    remedy:
      'Import single functions of a library in place of all of it, or write the few lines that are used.',
    needs: 'bundle',
    check: async (plugin) => {
      const size = (await plugin.built()).result.sizes['dist/plugin.js'] ?? 0;
      plugin.figures['bundleBytes'] = size;
      if (size <= BUNDLE_BYTES) return [];
      return [{ place: 'dist/plugin.js', message: `It has ${size} bytes, more than ${BUNDLE_BYTES}.` }];
    },
  },
  {
    code: 'BQ106',
    level: 'silver',
    title: 'a cell with it starts in at most three times the time of one with an empty plugin',
    remedy: 'Compute tables when they are first used, not while the script loads or in activate.',
    needs: 'cell',
    check: async (plugin) => {
      const ratio = await startRatio(plugin);
      plugin.figures['startRatio'] = ratio;
      if (ratio <= START_RATIO) return [];
      return [
        {
          place: 'activate',
          message: `It takes ${ratio.toFixed(1)} times as long, more than ${START_RATIO}.`,
        },
      ];
    },
  },
  {
    code: 'BQ107',
    level: 'silver',
    title: 'two cells read a file alike, byte for byte',
    remedy: 'Take chance and the present out of the reader: no Math.random, no Date.now.',
    needs: 'cell',
    exempts: withoutFiles,
    check: async (plugin) => {
      const shortcomings: Shortcoming[] = [];
      for (const { file, format } of await fixturesOf(plugin)) {
        const [first, second] = [await hashOf(plugin, file, format), await hashOf(plugin, file, format)];
        if (first !== second)
          shortcomings.push({ place: file, message: 'Two cells make different records of it.' });
      }
      return shortcomings;
    },
  },
  {
    code: 'BQ108',
    level: 'silver',
    title: 'a refusal says what to do',
    remedy: 'Give the ProblemError a remedy: what the user exports, sets or checks.',
    needs: 'cell',
    exempts: withoutFiles,
    check: async (plugin) => {
      const formats = new Set((await fixturesOf(plugin)).map(({ format }) => format));
      await using cell = await OwnCell.start(plugin);
      const shortcomings: Shortcoming[] = [];
      for (const format of formats)
        for (const [name, text] of Object.entries(STRANGE_FILES)) {
          const refusal = await refusalOf(cell, format, text);
          if (refusal !== undefined && !tellsRemedy(refusal))
            shortcomings.push({
              place: `${format}: ${name}`,
              message: `${refusal.code}: "${refusal.message}" has no remedy.`,
            });
        }
      return shortcomings;
    },
  },
];

/** What a cell of its own makes of a file. */
async function hashOf(plugin: CheckedPlugin, file: string, format: string): Promise<string> {
  await using cell = await OwnCell.start(plugin);
  const bytes = new Uint8Array(readFileSync(join(plugin.folder, file)));
  const reading = cell.read({ format, name: file, size: bytes.length, content: inChunks(bytes) });
  return hash('sha256', JSON.stringify(await Array.fromAsync(reading)));
}

async function refusalOf(cell: OwnCell, format: string, text: string): Promise<ProblemError | undefined> {
  const content = inChunks(text);
  const reading = Array.fromAsync(cell.read({ format, name: 'strange', size: text.length, content }));
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ProblemError ? error : undefined;
}

/** Its own, or that of its code. */
function tellsRemedy({ code, remedy }: ProblemError): boolean {
  const entry: { readonly remedy?: string } = PROBLEM_CODES[code];
  return (remedy ?? entry.remedy ?? '') !== '';
}
