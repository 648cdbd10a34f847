import type { SourcePositions } from '../../validation/index.js';

/** A position in a frame of a stack, as cells write it. */
const POSITION = /plugin\.js:(\d+):(\d+)/;

/**
 * The place that a stack leads to, for example `src/reader.ts:12:5`: the first in the plugin's own sources, else the first
 * at all.
 */
export function findSource(stack: string, positions: SourcePositions): string | undefined {
  const places = stack.split('\n').flatMap((frame) => {
    const [, line, column] = POSITION.exec(frame) ?? [];
    const place = positions.locate({ line: Number(line), column: Number(column) });
    return place === undefined ? [] : [`${place.file.replace(/^\.\.\//, '')}:${place.line}:${place.column}`];
  });
  return places.find((place) => !place.startsWith('node_modules/')) ?? places[0];
}
