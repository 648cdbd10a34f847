import { expect, test } from '@jest/globals';
import { SourcePositions } from '../../validation/index.js';
import { nameSources } from './name-sources.js';

/** Line 1 of the script is line 2 of src/read.ts, from the first column of both on. */
const MAP = { version: 3, sources: ['../src/read.ts'], names: ['readRow'], mappings: 'AACAA' };
const positions = new SourcePositions(Buffer.from(JSON.stringify(MAP)));

const frame = (url: string, lineNumber: number) => ({
  functionName: 'read',
  url,
  lineNumber,
  columnNumber: 0,
});

test('functions of the plugin are where its author wrote them, all else stays', () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('plugin.js', 1), hitCount: 3, positionTicks: [{ line: 3, ticks: 3 }] },
      { id: 2, callFrame: frame('file:///guest.cjs', 1), hitCount: 1 },
    ],
    samples: [1],
  };
  expect(JSON.parse(nameSources(JSON.stringify(profile), positions))).toEqual({
    nodes: [
      { id: 1, callFrame: { ...frame('src/read.ts', 1), functionName: 'readRow' }, hitCount: 3 },
      { id: 2, callFrame: frame('file:///guest.cjs', 1), hitCount: 1 },
    ],
    samples: [1],
  });
});

test('without a map the positions are those of the bundle', () => {
  const profile = { nodes: [{ callFrame: frame('plugin.js', 1) }] };
  expect(JSON.parse(nameSources(JSON.stringify(profile), new SourcePositions(undefined)))).toEqual(profile);
});
