import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PluginFiles } from '../files/render-plugin.js';
import { Refusal } from '../refusal.js';

/**
 * Writes the files into a folder that is not there or empty: all of them or none, by way of a folder beside it.
 * @throws Refusal
 */
export function writeFolder(folder: string, files: PluginFiles): void {
  refuseContent(folder);
  const draft = join(dirname(folder), `.${basename(folder)}-${randomUUID()}`);
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), text);
    }
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(draft, folder);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    throw new Refusal(
      'FOLDER_NOT_WRITABLE',
      `${folder} cannot be written: ${reasonOf(cause)}.`,
      'Go to a folder in which you may write, and try again.',
      { cause },
    );
  }
}

function refuseContent(folder: string): void {
  if (isEmpty(folder)) return;
  throw new Refusal(
    'FOLDER_NOT_EMPTY',
    `${folder} is there already and not empty.`,
    'Take another name, or move what is there.',
  );
}

/** Whether nothing is there, or an empty folder. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    return codeOf(error) === 'ENOENT';
  }
}

/** Errors of Node, wherever they come from. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
