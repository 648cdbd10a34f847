import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writePackage } from '../security/scene/write-package.ts';
import { newMark, type Canary } from './canary.ts';
import { CanaryHost } from './flows/canary-host.ts';
import type { Place } from './report/place.ts';
import { Finds } from './search/finds.ts';
import { needlesOf } from './search/needles.ts';
import { searchCell } from './search/search-cell.ts';

/** How the plugin keeps what it is told, as source text over `codes`, the character codes. */
const KEPT = {
  'flat string': 'String.fromCharCode(...codes)',
  concatenation: 'half(0, 24) + half(24)',
  ArrayBuffer: 'Uint8Array.from(codes).buffer',
  chunks: '[0, 20].map((from) => Uint8Array.from(codes.slice(from, from + 20)))',
} as const;

/** Numbers, so that nothing of a canary stands in the memory of a cell but what the plugin makes of it. */
const SCRIPT = `
const kept = [];
const ways = { ${Object.entries(KEPT)
  .map(([way, source]) => `'${way}': (codes, half) => ${source}`)
  .join(', ')} };
module.exports = { default: { type: 'broker', activate: () => ({ account: { listAccounts: async ({ cursor }) => {
  const [way, text] = cursor.split(':');
  const codes = text.split(',').map((code) => 200 - Number(code));
  kept.push(ways[way](codes, (from, to) => String.fromCharCode(...codes.slice(from, to))));
  return { items: [] };
} } }) } };`;

/** A plugin that was given canaries in four ways: each of them must be found, or finding nothing elsewhere says nothing. */
export async function runControl(): Promise<Place[]> {
  const host = new CanaryHost([]);
  try {
    const plugins = join(host.home, 'plugins');
    mkdirSync(plugins, { recursive: true });
    const source = writePackage(join(host.folder, 'control'), {
      id: 'control',
      script: SCRIPT,
      manifest: { services: ['account'], statements: undefined, portfolio: undefined },
    });
    await host.manager.installer.add(source);
    await host.manager.installer.approve('control');
    const canaries = Object.keys(KEPT).map((name): Canary => ({ name, text: newMark(), isMarked: true }));
    for (const { name, text } of canaries) {
      const codes = [...text].map((character) => 200 - character.charCodeAt(0)).join();
      await host.manager.call('control', 'account', 'listAccounts', { cursor: `${name}:${codes}` });
    }
    return await searchFor(host, canaries);
  } finally {
    await host.close();
    host.remove();
  }
}

async function searchFor(host: CanaryHost, canaries: readonly Canary[]): Promise<Place[]> {
  const [pid] = host.cells;
  if (pid === undefined) throw new Error('the control plugin has no process');
  const heap = new Finds(canaries.flatMap(needlesOf));
  const memory = new Finds(canaries.flatMap(needlesOf));
  await searchCell(pid, { folder: host.folder, heap, memory });
  const hits: Readonly<Record<string, boolean>> = {
    'flat string': heap.hits.has('flat string (latin1)') && memory.hits.has('flat string (latin1)'),
    // Put together again: its halves alone stand in the memory.
    concatenation: heap.hits.has('concatenation (latin1)'),
    ArrayBuffer: memory.hits.has('ArrayBuffer (latin1)'),
    chunks: memory.hits.has('chunks (piece)'),
  };
  return canaries.map(({ name }) => ({
    place: `control: ${name}`,
    searchedBytes: heap.searchedBytes + memory.searchedBytes,
    hits: [...heap.hits, ...memory.hits].filter((hit) => hit.startsWith(`${name} `)),
    control: hits[name] ?? false,
  }));
}
