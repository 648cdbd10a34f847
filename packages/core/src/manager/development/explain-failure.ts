import { ProblemError, toProblem } from '../../interfaces/index.js';
import { SourcePositions } from '../../validation/index.js';
import type { HostState } from '../host-state.js';
import type { NetworkedPlugin } from '../manager-options.js';
import { findSource } from './find-source.js';
import { readSourceMap } from './read-source-map.js';

/**
 * Says where in its source a plugin failed that its author is working on. Of any other plugin, and where the stack leads
 * nowhere, the failure stays as it is.
 */
export function explainFailure(
  state: HostState,
  plugin: Pick<NetworkedPlugin, 'id' | 'manifest' | 'digest'>,
  failure: unknown,
): unknown {
  if (!(failure instanceof ProblemError) || failure.place !== undefined) return failure;
  const { cause: stack } = failure;
  if (typeof stack !== 'string' || !state.records.developedOf(plugin.id).includes(plugin.digest))
    return failure;
  const file = findSource(stack, new SourcePositions(readSourceMap(state, plugin)));
  return file === undefined
    ? failure
    : new ProblemError({ ...toProblem(failure), place: { file } }, { cause: stack });
}
