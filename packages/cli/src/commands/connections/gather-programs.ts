import { printable, type ConnectionSummary, type LocalProgram } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import type { Session } from '../../host/session.js';
import { confirm } from '../../output/confirm.js';

/** What the user says of programs on this machine through which an institution is reached. */
export interface ProgramOptions {
  /** The port, or true for the one that was approved before, else the one that the plugin names. */
  readonly local?: number | true;
  /** The certificate that the program has to show, where nobody is to be asked. */
  readonly certificate?: string;
}

/**
 * The programs that the user trusts, by the origins of the plugin: each shows its certificate, and he says whether it is the
 * right one.
 *
 * @param former What was approved before.
 * @throws ProblemError UNAVAILABLE where none runs, INVALID_REQUEST where the user does not trust it
 */
export async function gatherPrograms(
  session: Session,
  pluginId: string,
  { local, certificate }: ProgramOptions,
  former: ConnectionSummary['programs'] = {},
): Promise<Record<string, LocalProgram>> {
  if (local === undefined && certificate === undefined) return {};
  const origins = session.manager.connections.programs.originsOf(pluginId);
  if (origins.length === 0)
    throw invalid(`"${pluginId}" reaches no program on this machine.`, 'Connect without --local.');
  if (origins.length > 1 && (typeof local === 'number' || certificate !== undefined))
    throw invalid(
      `"${pluginId}" reaches more than one program: ${origins.join(', ')}.`,
      'Write --local alone; each is asked for its certificate at its own port.',
    );
  const programs: Record<string, LocalProgram> = {};
  for (const origin of origins) {
    const port = typeof local === 'number' ? local : (former[origin]?.port ?? portOf(origin));
    programs[origin] = { port, certificate: certificate ?? (await askFor(session, port)) };
  }
  return programs;
}

async function askFor({ manager, terminal, signal }: Session, port: number): Promise<string> {
  const { subject, validUntil, certificate } = await manager.connections.programs.readCertificate(port);
  if (!terminal.isInteractive)
    throw invalid(
      `Nobody is there to be asked whether the program on port ${port} is the right one.`,
      `Compare its certificate, then add --certificate ${certificate}`,
    );
  terminal.progress.clear();
  await terminal.writeErrorLines([
    `What listens on port ${port} of this machine shows this certificate:`,
    `  ${printable(subject) || 'It names nobody'}, until ${validUntil.slice(0, 10)}`,
    `  ${certificate}`,
  ]);
  if (await confirm('Trust it, and it alone, for this connection?', terminal, signal)) return certificate;
  throw invalid(
    'The certificate was not approved, and nothing was changed.',
    'Find out which program listens there.',
  );
}

/** Of `loopback:<port>`. */
function portOf(origin: string): number {
  return Number(origin.slice(origin.indexOf(':') + 1));
}

function invalid(message: string, remedy: string): ProblemError {
  return new ProblemError({ code: 'INVALID_REQUEST', message, remedy });
}
