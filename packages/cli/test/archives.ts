import { gzipSync } from 'node:zlib';
import { create, Header } from 'tar';

/** One entry of an archive, honest or not. */
export interface ArchiveEntry {
  readonly path: string;
  readonly type?: 'File' | 'SymbolicLink' | 'Link';
  readonly linkpath?: string;
  readonly content?: string;
}

const BLOCK = 512;

/** Packs what a plugin is published with, as npm does. */
export async function packPlugin(folder: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const packed = create({ gzip: true, cwd: folder, prefix: 'package', portable: true }, [
    'package.json',
    'plugin.json',
    'dist',
  ]);
  for await (const chunk of packed) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Makes an archive with exactly these entries, which archivers would refuse to pack. */
export function packEntries(entries: readonly ArchiveEntry[]): Buffer {
  return gzipSync(Buffer.concat([...entries.flatMap(toBlocks), Buffer.alloc(2 * BLOCK)]));
}

function toBlocks({ path, type = 'File', linkpath, content = '' }: ArchiveEntry): Buffer[] {
  const bytes = Buffer.from(content);
  const block = Buffer.alloc(BLOCK);
  const mode = 0o644;
  new Header({
    path,
    type,
    size: bytes.length,
    mode,
    ...(linkpath === undefined ? {} : { linkpath }),
  }).encode(block, 0);
  return [block, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)];
}
