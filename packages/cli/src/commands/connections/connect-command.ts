import { type ConnectionSummary, type PluginDetails } from '@bourse/core';
import { ProblemError, type Problem } from '@bourse/core/interfaces';
import { InvalidArgumentError } from 'commander';
import type { Answer } from '../../answer.js';
import { parseCertificate } from '../../arguments/parse-certificate.js';
import { parsePort } from '../../arguments/parse-port.js';
import { toFailure } from '../../failure.js';
import { findPlugin } from '../../host/find-plugin.js';
import type { Session } from '../../host/session.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { connectLines } from './connect-lines.js';
import { gatherCredentials } from './gather-credentials.js';
import { gatherPrograms, type ProgramOptions } from './gather-programs.js';
import { logInOptions } from './log-in-options.js';

interface Options extends ProgramOptions {
  readonly name?: string;
  readonly credentials?: string;
  readonly development?: Readonly<Record<string, string>>;
}

/** `bourse connect` */
export const addConnectCommand: AddCommand = (program, handle) => {
  program
    .command('connect')
    .summary('connect to an institution, through one of the plugins')
    .description(
      'Connect to an institution: asks for what the plugin needs, keeps it encrypted, and logs in once. The plugin never sees it. Naming a connection that is there gives it other credentials, or with --local another program to trust.',
    )
    .argument('<plugin>', 'id of the plugin, or of a connection')
    .option('--name <text>', 'what to call it; makes a further connection')
    .option('--credentials <file>', 'a JSON file with the credentials, for scripts (or BOURSE_CREDENTIALS)')
    .option(
      '--local [port]',
      'trust a program on this machine by its certificate, such as a gateway of the institution; its port, where it is not the usual one',
      parsePort,
    )
    .option('--certificate <sha256>', 'the certificate that it has to show, for scripts', parseCertificate)
    .option(
      '--development <origin=url>',
      'go to this machine in place of the institution (may be repeated)',
      collectOrigin,
    )
    .addHelpText(
      'after',
      examples({
        'bourse connect acme': 'asks what it must, then logs in',
        'bourse connect acme --name "joint account"': 'a second login at the same institution',
        'bourse connect acme --local': 'shows the certificate of the program on this machine, and asks',
        'bourse connect acme --development https://api.acme.example=http://127.0.0.1:4321': 'for developers',
      }),
    )
    .action(handle((session, id: string, options: Options) => connect(session, id, options)));
};

async function connect(session: Session, id: string, options: Options): Promise<Answer> {
  const { connections } = session.manager;
  const isNew = options.name !== undefined || !connections.list().some((connection) => connection.id === id);
  const connection = isNew ? await add(session, id, options) : await renew(session, id, options);
  const problem = await tryOut(session, connection, isNew);
  const granted = grantedBy(findPlugin(session.manager, connection.pluginId));
  const protection = await connections.describeProtection();
  const hasCredentials = (await connections.credentialsOf(connection.id)).length > 0;
  const shown = {
    connection,
    granted,
    protection: hasCredentials ? protection : undefined,
    problem,
    asksPrograms: connections.programs.areUsedBy(connection.id),
  };
  return {
    json: { connection, granted, protection, ...(problem === undefined ? {} : { problem }) },
    isRefusal: problem !== undefined,
    lines: (view) => connectLines(shown, view),
  };
}

async function add(session: Session, id: string, options: Options): Promise<ConnectionSummary> {
  const { manager } = session;
  findPlugin(manager, id);
  const programs = await gatherPrograms(session, id, options);
  // Who goes by a program needs none of the keys that other ways take; he can give them later.
  const isByProgram = Object.keys(programs).length > 0;
  const asked = manager.connections
    .credentialsAskedBy(id)
    .filter(({ optional }) => !(isByProgram && optional === true));
  const credentials = await gatherCredentials(session, { file: options.credentials, asked, known: [] });
  return manager.connections.add({
    plugin: id,
    credentials,
    programs,
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.development === undefined ? {} : { origins: options.development }),
  });
}

async function renew(session: Session, id: string, options: Options): Promise<ConnectionSummary> {
  const { credentials: file, development } = options;
  const { connections } = session.manager;
  if (development !== undefined)
    throw new ProblemError({
      code: 'INVALID_REQUEST',
      message: `"${id}" is there already; where a connection goes does not change.`,
      remedy: `Forget it first (bourse forget ${id}), or make another one with --name.`,
    });
  const { pluginId, programs: former } = connections.get(id);
  const programs = await gatherPrograms(session, pluginId, options, former);
  if (Object.keys(programs).length > 0) {
    await connections.programs.trust(id, programs);
    if (file === undefined && session.environment.credentials === undefined) return connections.get(id);
  }
  const asked = connections.credentialsAskedBy(pluginId);
  const known = await connections.credentialsOf(id);
  await connections.setCredentials(id, await gatherCredentials(session, { file, asked, known }));
  return connections.get(id);
}

/** Logs in and asks for the accounts. A new connection whose credentials are wrong is not kept. */
async function tryOut(
  session: Session,
  { id, name, services }: ConnectionSummary,
  isNew: boolean,
): Promise<Problem | undefined> {
  const { connections } = session.manager;
  const options = logInOptions(session, name);
  try {
    await connections.logIn(id, options);
    if (services.includes('account'))
      await connections.use(id, (open) => open.call('account', 'listAccounts', {}, session.signal), options);
    return undefined;
  } catch (error) {
    const problem = toFailure(error);
    if (isNew && (problem.code === 'AUTH_INVALID' || session.signal.aborted)) {
      await connections.remove(id);
      throw error;
    }
    return problem;
  }
}

function grantedBy({ permissions, approvals, digest }: PluginDetails): string[] {
  const approval = approvals.find((each) => each.digest === digest);
  return permissions
    .filter(({ id, isSeparable }) => isSeparable === true && approval?.permissions.includes(id) === true)
    .map(({ text }) => text);
}

function collectOrigin(text: string, former: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [origin, url, ...more] = text.split('=');
  if (origin === undefined || url === undefined || more.length > 0 || URL.parse(url) === null)
    throw new InvalidArgumentError('Write it as in https://api.acme.example=http://127.0.0.1:4321.');
  return { ...former, [origin]: url };
}
