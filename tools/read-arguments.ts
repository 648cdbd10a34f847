import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What was typed behind a command of this repository; ends the program with the options where it is something else. */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!isUsage(error)) throw error;
    process.stderr.write(`${error.message}\nThe options are: ${optionsOf(config)}\n`);
    process.exit(2);
  }
}

function isUsage(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS')
  );
}

function optionsOf({ options = {} }: ParseArgsConfig): string {
  return Object.entries(options)
    .map(([name, { type }]) => (type === 'boolean' ? `--${name}` : `--${name} <text>`))
    .join(', ');
}
