import { resolve } from 'node:path';
import { completeAnswers, type Wishes } from '../answers/complete-answers.js';
import { renderPlugin } from '../files/render-plugin.js';
import { writeFolder } from '../folder/write-folder.js';
import { takenIds } from '../names/taken-ids.js';
import { Refusal } from '../refusal.js';
import { askWishes } from './ask-wishes.js';
import { HELP } from './help.js';
import { Canceled, type Interviewer } from './interviewer.js';
import { nextCommands, type OwnCommands } from './next-commands.js';
import { readWords, type Words } from './read-words.js';

/** Where the command runs and what it speaks to. */
export interface Terminal extends OwnCommands {
  /** The folder that the new one is made in. */
  readonly folder: string;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Absent where nobody can be asked. */
  readonly interviewer: Interviewer | undefined;
  readonly install: (folder: string, commands: readonly string[]) => Promise<void>;
}

/** 0: done, 1: refused for the reason printed, 2: the command line was not understood. */
export type ExitCode = 0 | 1 | 2;

/** `npm create bourse-plugin` */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const words = readWords(args);
    if (words.help) terminal.write(HELP);
    else await createPlugin(words, terminal);
    return 0;
  } catch (error) {
    return complain(error, args.includes('--json'), terminal);
  }
}

async function createPlugin(words: Words, terminal: Terminal): Promise<void> {
  const taken = takenIds(terminal.folder);
  const answers = completeAnswers(await wishesOf(words, taken, terminal), taken);
  const { id, packageName, type, institution } = answers;
  const files = renderPlugin(answers);
  const folder = resolve(terminal.folder, id);
  writeFolder(folder, files);
  const { knowingBourse, installing } = terminal;
  if (words.install) await terminal.install(folder, installing);
  const left = { knowingBourse, installing: words.install ? [] : installing };
  const next = [`cd ${id}`, ...nextCommands(answers, left)];
  const made = {
    folder,
    id,
    packageName,
    type,
    institution,
    needs: [...answers.needs],
    files: [...files.keys()],
  };
  if (words.json) terminal.write(`${JSON.stringify({ ...made, next }, null, 2)}\n`);
  else
    terminal.write(
      `Made ${packageName}, a ${type} for ${institution}, in ${id}: ${files.size} files.\n\nNext:\n${next
        .map((line) => `  ${line}\n`)
        .join('')}`,
    );
}

/** With `--yes` what was not said has a default; else somebody is asked. */
async function wishesOf(
  { wishes, yes }: Words,
  taken: ReadonlySet<string>,
  { interviewer }: Terminal,
): Promise<Wishes> {
  if (!yes && interviewer !== undefined) return askWishes(wishes, taken, interviewer);
  const { name } = wishes;
  if (name === undefined || (!yes && wishes.type === undefined))
    throw new Refusal(
      'ANSWER_MISSING',
      `Nobody can be asked for the ${name === undefined ? 'name' : 'type'}.`,
      'Say it: npm create bourse-plugin acme -- --type broker --needs statement --yes',
    );
  return { ...wishes, name };
}

function complain(error: unknown, isJson: boolean, { write, complain }: Terminal): ExitCode {
  if (error instanceof Canceled) {
    complain('Canceled; nothing was written.\n');
    return 1;
  }
  if (!(error instanceof Refusal)) throw error;
  const { code, message, remedy } = error;
  if (isJson) write(`${JSON.stringify({ error: { code, message, remedy } }, null, 2)}\n`);
  else complain(`error ${code}: ${message}\n  ${remedy}\n`);
  return code === 'COMMAND_LINE_INVALID' ? 2 : 1;
}
