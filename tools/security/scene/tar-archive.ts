import { gzipSync } from 'node:zlib';
import { digestOf, packageFiles, type PackageDraft } from './write-package.ts';

const BLOCK = 512;

/** One entry of an archive, exactly as hostile as asked for. */
export interface TarEntry {
  readonly path: string;
  readonly content?: string;
  /** `0` file (the default), `1` hard link, `2` symbolic link, `3` character device, `6` pipe. */
  readonly type?: string;
  readonly link?: string;
}

/** A .tgz with these entries, and no check of any kind. */
function tarArchive(entries: readonly TarEntry[]): Buffer {
  return gzipSync(Buffer.concat([...entries.map(toBlocks), Buffer.alloc(2 * BLOCK)]));
}

/** A built package as npm packs it, with further entries, or with a file of the package at a path of one's choice. */
export function packageArchive(
  draft: PackageDraft,
  { asset, entries = [] }: { asset?: string; entries?: readonly TarEntry[] },
): Buffer {
  const listed = asset === undefined ? [] : [asset];
  const files = {
    'dist/plugin.js': digestOf(draft.script),
    ...Object.fromEntries(listed.map((path) => [path, digestOf('mine')])),
  };
  const content = packageFiles({
    ...draft,
    manifest: { files, ...(asset === undefined ? {} : { assets: listed }) },
  });
  return tarArchive([
    ...Object.entries(content).map(([path, text]) => ({ path: `package/${path}`, content: text })),
    ...listed.map((path) => ({ path: `package/${path}`, content: 'mine' })),
    ...entries,
  ]);
}

function toBlocks({ path, content = '', type = '0', link = '' }: TarEntry): Buffer {
  const data = Buffer.from(content);
  const header = Buffer.alloc(BLOCK);
  header.write(path, 0, 100);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK)]);
}
