import { z } from 'zod';
import type { SourcePositions } from '../../validation/index.js';

/** The name of the script in a cell. */
const SCRIPT = 'plugin.js';

/** A place in a profile; both count from 0. In a cell one line stands before the script. */
const FrameShape = z.looseObject({
  functionName: z.string(),
  url: z.string(),
  lineNumber: z.int(),
  columnNumber: z.int(),
});
const NodeShape = z.looseObject({ callFrame: FrameShape });
const ProfileShape = z.looseObject({ nodes: z.array(NodeShape) });

/** A CPU profile of a cell, in which functions of the plugin are where its author wrote them. */
export function nameSources(profile: string, positions: SourcePositions): string {
  const { nodes, ...rest } = ProfileShape.parse(JSON.parse(profile));
  return JSON.stringify({ ...rest, nodes: nodes.map((node) => nameSource(node, positions)) });
}

function nameSource(node: z.infer<typeof NodeShape>, positions: SourcePositions): unknown {
  const { callFrame } = node;
  if (callFrame.url !== SCRIPT) return node;
  const place = positions.locate({ line: callFrame.lineNumber, column: callFrame.columnNumber + 1 });
  if (place === undefined) return node;
  // The lines of these ticks are lines of the bundle.
  const { positionTicks: _, ...rest } = node;
  const functionName = callFrame.functionName === '' ? '' : (place.name ?? callFrame.functionName);
  const [url, lineNumber, columnNumber] = [
    place.file.replace(/^\.\.\//, ''),
    place.line - 1,
    place.column - 1,
  ];
  return { ...rest, callFrame: { ...callFrame, functionName, url, lineNumber, columnNumber } };
}
