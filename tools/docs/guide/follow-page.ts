import { spawn } from 'node:child_process';
import { ROOT } from '../../root.ts';

/** What the shell printed, both streams in one. */
export interface Followed {
  readonly code: number | null;
  readonly output: string;
}

/** Where a reader is, and the data folder that Bourse uses. */
export interface Place {
  readonly folder: string;
  readonly home: string;
}

/** Runs the script of a page as a reader would in that place. */
export function followPage(script: string, { folder, home }: Place): Promise<Followed> {
  return new Promise((resolve, reject) => {
    const shell = spawn('bash', ['-c', `exec 2>&1\n${script}`], {
      cwd: folder,
      env: {
        ...readerEnvironment(),
        BOURSE_REPOSITORY: ROOT,
        BOURSE_HOME: home,
        NPM_CONFIG_LOGLEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    shell.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    shell.on('error', reject);
    shell.on('close', (code) => resolve({ code, output }));
  });
}

/** The environment without what npm and Jest tell the programs that they start. */
function readerEnvironment(): NodeJS.ProcessEnv {
  const isTheirs = (name: string): boolean => /^(npm_|INIT_CWD|JEST_|NODE_|BOURSE_|FORCE_COLOR)/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isTheirs(name)));
}
