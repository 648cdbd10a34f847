import { SourceMap } from 'node:module';
import { z } from 'zod';
import type { TextPosition } from '../../manifest/text-position.js';

/** Characters of the mappings that are decoded, and bytes of a map that are parsed for them; each mapping takes many times its length. */
const MAPPINGS_MAX_LENGTH = 1024 * 1024;
const MAP_MAX_BYTES = 4 * 1024 * 1024;

/** Characters of the name of a source. */
const NAME_MAX_LENGTH = 256;

/** A place in a source; the map names its file, and what stands there if that has another name in the bundle. */
export interface SourcePlace extends TextPosition {
  readonly file: string;
  readonly name?: string;
}

/** Where positions of a bundled script come from. */
export class SourcePositions {
  readonly #map: SourceMap | undefined;

  /** @param sourceMap The bytes of the source map; one that cannot be read, or is too large for a hint, counts as none. */
  constructor(sourceMap: Uint8Array | undefined) {
    this.#map = sourceMap === undefined ? undefined : readMap(sourceMap);
  }

  /** The source, for example `src/reader.ts:12`; undefined where the map does not tell. */
  find(position: TextPosition): string | undefined {
    const source = this.locate(position);
    return source === undefined ? undefined : `${source.file}:${source.line}`;
  }

  /** Undefined where the map does not tell. */
  locate({ line, column }: TextPosition): SourcePlace | undefined {
    const entry = this.#map?.findEntry(line - 1, column - 1);
    if (entry === undefined || !('originalSource' in entry) || entry.originalSource === undefined)
      return undefined;
    const { originalSource, originalLine, originalColumn } = entry;
    // The types of Node do not know it.
    const name = 'name' in entry && typeof entry.name === 'string' ? entry.name : undefined;
    return {
      file: originalSource.slice(0, NAME_MAX_LENGTH),
      line: originalLine + 1,
      column: originalColumn + 1,
      ...(name === undefined ? {} : { name }),
    };
  }
}

/** Only what positions need, and no sections, each of which would be a map of its own. */
const MapShape = z.object({
  version: z.literal(3),
  sources: z.array(z.string()),
  names: z.array(z.string()).default([]),
  mappings: z.string().max(MAPPINGS_MAX_LENGTH),
});

function readMap(bytes: Uint8Array): SourceMap | undefined {
  if (bytes.byteLength > MAP_MAX_BYTES) return undefined;
  try {
    const { version, sources, names, mappings } = MapShape.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return new SourceMap({
      file: '',
      version,
      sources,
      sourcesContent: [],
      names,
      mappings,
      sourceRoot: '',
    });
  } catch {
    return undefined;
  }
}
