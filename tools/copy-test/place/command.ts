import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';

/** How a command is run. */
export interface CommandOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A command that did not end well, with all that it said. */
export class CommandError extends Error {}

/** What npm and Jest tell the programs that they start, also where npm installs; certificates and other settings of the machine stay. */
const TOLD_TO_CHILDREN =
  /^(npm_(?!config_)|npm_config_((local|global)_)?prefix|INIT_CWD|JEST_|NODE_(ENV|OPTIONS|PATH)|BOURSE_|FORCE_COLOR)/;

/** The environment of a stranger: nothing that npm or a test told the programs that they start, and this Node first. */
export const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !TOLD_TO_CHILDREN.test(name))),
  PATH: [dirname(process.execPath), ...outsideTheRepository(process.env.PATH ?? '')].join(delimiter),
  BOURSE_KEYCHAIN: 'off',
  NPM_CONFIG_LOGLEVEL: 'error',
};

/**
 * Runs a command as somebody would who has no clone of the repository.
 * @returns what it wrote to standard output
 * @throws CommandError with both outputs where it fails
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, environment = {} }: CommandOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...ENVIRONMENT, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, all] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (all += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new CommandError(`${command} ${args.join(' ')} ended with ${code}\n${all.trim()}`));
    });
  });
}

/** npm puts the commands of the packages around it into the path of what it starts. */
function outsideTheRepository(path: string): string[] {
  return path.split(delimiter).filter((folder) => !folder.includes('node_modules'));
}
