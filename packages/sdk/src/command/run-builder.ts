import { BuildError } from '../build/build-error.js';
import { PluginBuilder } from '../build/build-plugin.js';
import type { CommandRequest } from './run-command.js';
import type { ExitCode, Terminal } from './terminal.js';

/** `bourse-plugin builder`: a build for each line of standard input, its result as one line of JSON. */
export async function runBuilder({ path }: CommandRequest, terminal: Terminal): Promise<ExitCode> {
  await using builder = await PluginBuilder.open(path);
  for await (const _ of terminal.requests()) terminal.write(`${JSON.stringify(await answer(builder))}\n`);
  return 0;
}

async function answer(builder: PluginBuilder): Promise<object> {
  try {
    return { ...(await builder.build()), findings: [] };
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return { findings: error.findings };
  }
}
