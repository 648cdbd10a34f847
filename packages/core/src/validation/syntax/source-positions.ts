import { SourceMap } from 'node:module';
import type { TextPosition } from '../../manifest/text-position.js';

/** Where positions of a bundled script come from. */
export class SourcePositions {
  readonly #map: SourceMap | undefined;

  /** @param sourceMap The bytes of the source map; one that cannot be read counts as none. */
  constructor(sourceMap: Uint8Array | undefined) {
    this.#map = sourceMap === undefined ? undefined : readMap(sourceMap);
  }

  /** The source, for example `src/reader.ts:12`; undefined where the map does not tell. */
  find({ line, column }: TextPosition): string | undefined {
    const entry = this.#map?.findEntry(line - 1, column - 1);
    if (entry === undefined || !('originalSource' in entry) || entry.originalSource === undefined)
      return undefined;
    return `${entry.originalSource}:${entry.originalLine + 1}`;
  }
}

function readMap(bytes: Uint8Array): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}
