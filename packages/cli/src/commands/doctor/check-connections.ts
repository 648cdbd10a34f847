import { printable, type ConnectionSummary } from '@bourse/core';
import { toFailure } from '../../failure.js';
import type { Session } from '../../host/session.js';
import { logInOptions } from '../connections/log-in-options.js';
import { programText } from '../connections/program-text.js';
import { declinedOf } from '../plugins/declined-of.js';
import type { Check } from './check.js';

/** Milliseconds of difference from which institutions begin to refuse signed requests. */
const SKEW_MS = 10_000;

/** Logs every connection in and asks for its accounts. */
export async function checkConnections(session: Session): Promise<Check[]> {
  const checks: Check[] = [];
  for (const connection of session.manager.connections.list())
    checks.push(
      await checkLogIn(session, connection),
      ...showPrograms(connection),
      ...checkGrants(session, connection),
    );
  return checks;
}

async function checkLogIn(session: Session, { id, name, services }: ConnectionSummary): Promise<Check> {
  const { connections } = session.manager;
  const check = `connection ${id}`;
  try {
    await connections.use(
      id,
      async (open) =>
        services.includes('account') ? open.call('account', 'listAccounts', {}, session.signal) : undefined,
      logInOptions(session, name),
    );
    return clockCheck(check, connections.clockSkewOf(id));
  } catch (error) {
    session.signal.throwIfAborted();
    const { code, message, remedy, place } = toFailure(error);
    // What the institution changed is told by its place alone; values are nobody's business.
    const where = place?.path === undefined || place.path === '' ? '' : ` at ${place.path}`;
    return {
      name: check,
      result: 'failure',
      detail: printable(
        code === 'MALFORMED_RESPONSE'
          ? `an answer has another form than expected${where}`
          : `${code}: ${message}`,
      ),
      ...(remedy === undefined ? {} : { remedy }),
    };
  }
}

function clockCheck(name: string, skewMs: number | undefined): Check {
  if (skewMs === undefined) return { name, result: 'ok', detail: 'answers' };
  const seconds = Math.round(skewMs / 1000);
  if (Math.abs(skewMs) < SKEW_MS) return { name, result: 'ok', detail: 'answers, and its clock agrees' };
  return {
    name,
    result: 'warning',
    detail: `answers, but its clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} this one`,
    remedy: 'Set the clock of this machine; signed requests may be refused.',
  };
}

/** Whether the program still shows that certificate is seen by the login. */
function showPrograms({ id, programs }: ConnectionSummary): Check[] {
  return Object.values(programs).map((program) => ({
    name: `connection ${id}`,
    result: 'ok',
    detail: `trusts ${programText(program)}`,
  }));
}

/** What the user has left out may be what is missing. */
function checkGrants({ manager }: Session, { id, pluginId }: ConnectionSummary): Check[] {
  const plugin = manager.list().find((each) => each.id === pluginId);
  if (plugin === undefined) return [];
  const details = manager.info(pluginId);
  const declined = declinedOf(details);
  return details.permissions
    .filter((permission) => declined.includes(permission.id))
    .map(({ text }) => ({
      name: `connection ${id}`,
      result: 'warning',
      detail: `you have left out: ${text}`,
      remedy: `Allow it: bourse plugins approve ${pluginId}`,
    }));
}
