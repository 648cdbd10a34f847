import { inspect } from 'node:util';
import { readFileSync } from 'node:fs';
import { Finds } from '../../canary/search/finds.ts';
import { needlesOf } from '../../canary/search/needles.ts';
import { searchFiles } from '../../canary/search/search-files.ts';
import { listFiles } from '../../security/watch/size-of.ts';
import type { Host } from './host.ts';
import type { Institution } from './institution.ts';

/** Secrets of an institution that stand in the home of a host, in what was logged, or in what the user is shown. */
export function findSecrets(
  { home, said }: Pick<Host, 'home' | 'said'>,
  { canaries, codes }: Pick<Institution, 'canaries' | 'codes'>,
  shown: readonly unknown[],
): string[] {
  const finds = new Finds(canaries.flatMap(needlesOf));
  searchFiles(home, () => true, finds);
  const texts = [...said, ...shown.map(textOf)];
  finds.search(Buffer.from(texts.join('\n')));
  const places = [...texts, ...listFiles(home).map((path) => readFileSync(path, 'latin1'))];
  const seen = codes.filter((code) => places.some((text) => new RegExp(`\\b${code}\\b`).test(text)));
  return [...finds.hits, ...seen.map((code) => `code ${code}`)];
}

function textOf(value: unknown): string {
  const shown = inspect(value, { depth: 20, maxArrayLength: null, maxStringLength: null, showHidden: true });
  return `${JSON.stringify(value)}\n${shown}`;
}
