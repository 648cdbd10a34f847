import type { ConnectionSummary } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import type { Session } from '../../host/session.js';
import { findConnection } from './find-connection.js';

/** The connections that offer a service: the one that was named, else all. */
export function offering(
  { manager }: Session,
  service: string,
  named: string | undefined,
): ConnectionSummary[] {
  const all = named === undefined ? manager.connections.list() : [findConnection(manager, named)];
  const found = all.filter(({ services }) => services.includes(service));
  if (found.length > 0) return found;
  throw new ProblemError({
    code: 'SERVICE_NOT_OFFERED',
    message:
      named === undefined
        ? `No connection offers "${service}".`
        : `The connection "${named}" does not offer "${service}".`,
    remedy: 'See what the plugins offer: bourse plugins; then: bourse connect <plugin>',
  });
}
