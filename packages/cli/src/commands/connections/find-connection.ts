import type { ConnectionSummary, PluginManager } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { findClosest } from '../../arguments/closest.js';

/**
 * The connection of an id.
 *
 * @throws ProblemError CONNECTION_UNKNOWN, with the id that was probably meant
 */
export function findConnection({ connections }: PluginManager, id: string): ConnectionSummary {
  const all = connections.list();
  const found = all.find((connection) => connection.id === id);
  if (found !== undefined) return found;
  const ids = all.map((connection) => connection.id);
  const closest = findClosest(id, ids);
  throw new ProblemError({
    code: 'CONNECTION_UNKNOWN',
    message: `There is no connection "${id}".`,
    remedy:
      closest !== undefined
        ? `Did you mean "${closest}"?`
        : ids.length === 0
          ? 'Make one: bourse connect <plugin>'
          : `The connections are: ${ids.join(', ')}.`,
  });
}
