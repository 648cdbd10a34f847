import { BuildError } from '../build/build-error.js';
import { buildPlugin, type BuildResult } from '../build/build-plugin.js';
import { printFindings } from './print-findings.js';
import type { CommandRequest } from './run-command.js';
import type { ExitCode, Terminal } from './terminal.js';

/** `bourse-plugin build` */
export async function runBuild({ path, json }: CommandRequest, terminal: Terminal): Promise<ExitCode> {
  try {
    const result = await buildPlugin(path);
    terminal.write(json ? `${JSON.stringify({ ...result, findings: [] }, null, 2)}\n` : describe(result));
    return 0;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    if (json) terminal.write(`${JSON.stringify({ findings: error.findings }, null, 2)}\n`);
    else terminal.complain(printFindings(error.findings));
    return 1;
  }
}

function describe({ name, version, digest, sizes }: BuildResult): string {
  const files = Object.entries(sizes).map(([path, size]) => `  ${path}  ${(size / 1024).toFixed(1)} KB\n`);
  return `Built ${name} ${version}, ${digest}\n${files.join('')}`;
}
