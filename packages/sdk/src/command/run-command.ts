import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { reasonOf } from '../build/reason-of.js';
import { QUALITY_LEVELS, type QualityLevel } from '../check/quality-level.js';
import { runBuild } from './run-build.js';
import { runBuilder } from './run-builder.js';
import { runCheck } from './run-check.js';
import { runEmulator } from './run-emulator.js';
import type { ExitCode, Terminal } from './terminal.js';
import { runValidate } from './run-validate.js';

const HELP = `bourse-plugin builds and checks a Bourse plugin.

  bourse-plugin build [folder]      bundle src/index.ts and write dist/plugin.js, its map and dist/manifest.json
  bourse-plugin builder [folder]    build once for each line of standard input, each result as one line of JSON
  bourse-plugin validate [path]     check a built plugin (a folder or an npm .tgz) and load it in a cell
  bourse-plugin check [folder]      all that a maintainer would look at, in a real cell and with the plugin's emulator;
                                    ends in a level: bronze, silver or gold
  bourse-plugin emulator [folder]   run the plugin's emulator on loopback until Ctrl-C; prints addresses and test credentials

  --folder <folder>   the folder of the plugin, the current one where it is not given
  --json              print the result as JSON
  --level <level>     the level that a check has to reach, bronze where it is not given
  --port <number>     the port of the emulator's first address; any free one where it is not given
  --tls               the emulator speaks TLS with a certificate of its own
  --help              print this

A plugin is a folder with package.json, plugin.json and src/index.ts that exports defineBroker({...}) as default.
Exit codes: 0 done, 1 refused for the reasons printed, 2 the command line was not understood.
`;

/** One of the commands. */
export interface CommandRequest {
  /** Absolute. */
  readonly path: string;
  readonly json: boolean;
  /** That a check has to reach. */
  readonly level: QualityLevel;
  /** Of an emulator; 0 for any free one. */
  readonly port: number;
  /** Whether an emulator speaks TLS. */
  readonly tls: boolean;
}

type Command = (request: CommandRequest, terminal: Terminal) => Promise<ExitCode>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['build', runBuild],
  ['builder', runBuilder],
  ['check', runCheck],
  ['emulator', runEmulator],
  ['validate', runValidate],
]);

/** Runs `bourse-plugin` with these arguments. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = parse(args);
  if (parsed.help) {
    terminal.write(HELP);
    return 0;
  }
  const command = COMMANDS.get(parsed.words[0] ?? '');
  if (command === undefined || parsed.words.length > 2 || parsed.mistake !== undefined) {
    terminal.complain(
      `${parsed.mistake ?? 'Say "build", "validate", "check" or "emulator".'} Try bourse-plugin --help.\n`,
    );
    return 2;
  }
  const path = resolve(terminal.folder, parsed.folder ?? parsed.words[1] ?? '.');
  const { json, level, port, tls } = parsed;
  return command({ path, json, level, port, tls }, terminal);
}

interface ParsedLine {
  readonly words: readonly string[];
  readonly folder?: string | undefined;
  readonly json: boolean;
  readonly level: QualityLevel;
  readonly port: number;
  readonly tls: boolean;
  readonly help: boolean;
  readonly mistake?: string;
}

function parse(args: readonly string[]): ParsedLine {
  const options = {
    folder: { type: 'string' },
    json: { type: 'boolean' },
    level: { type: 'string', default: 'bronze' },
    port: { type: 'string', default: '0' },
    tls: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { folder, json = false, tls = false, help = false } = values;
    const [level, port] = [toLevel(values.level), toPort(values.port)];
    return { words: positionals, folder, json, level, port, tls, help };
  } catch (error) {
    const [reason] = reasonOf(error).split('. ');
    return {
      words: [],
      json: false,
      level: 'bronze',
      port: 0,
      tls: false,
      help: false,
      mistake: `${reason}.`,
    };
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new RangeError(`"${text}" is no port`);
}

function toLevel(text: string): QualityLevel {
  const level = QUALITY_LEVELS.find((name) => name === text);
  if (level !== undefined) return level;
  throw new RangeError(`"${text}" is no level; say ${QUALITY_LEVELS.join(', ')}`);
}
