import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answers } from '../answers/answers.js';
import { alignTables } from './align-tables.js';
import { keepParts } from './keep-parts.js';
import { packageJson } from './package-json.js';
import { pluginJson } from './plugin-json.js';

const TEMPLATE = fileURLToPath(new URL('../../template/', import.meta.url));

/** The files of a new plugin by their paths, which are written with slashes. */
export type PluginFiles = ReadonlyMap<string, string>;

/** Makes all files of a plugin; nothing is written. */
export function renderPlugin(answers: Answers): PluginFiles {
  const files = new Map<string, string>([
    ['package.json', toJson(packageJson(answers))],
    ['plugin.json', toJson(pluginJson(answers))],
  ]);
  for (const part of partsFor(answers)) {
    for (const [path, text] of readPart(part))
      files.set(path, toFile(path, withNames(keepParts(text, answers.needs), answers)));
  }
  return files;
}

/** The folders of the template that a plugin is put together from. */
function partsFor({ type, needs }: Answers): string[] {
  const [hasFiles, isOnline] = [needs.has('statement'), needs.has('network')];
  return [
    'common',
    type,
    ...(hasFiles ? ['broker-statement'] : []),
    ...(isOnline ? ['online'] : []),
    ...(isOnline && type === 'broker' ? ['broker-network'] : []),
    ...(hasFiles && isOnline ? ['broker-both'] : []),
  ];
}

function readPart(part: string): [path: string, text: string][] {
  const folder = join(TEMPLATE, part);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      const path = relative(folder, file).split(sep).join('/');
      // npm takes files of the dotted name for its own.
      return [path === 'gitignore' ? '.gitignore' : path, readFileSync(file, 'utf8')];
    });
}

function toFile(path: string, text: string): string {
  return path.endsWith('.md') ? alignTables(text) : text;
}

/** The template speaks of a plugin `acme` for the institution Acme. */
function withNames(text: string, { id, packageName, institution }: Answers): string {
  return text.replace(/\b(?:bourse-plugin-acme|acme|Acme)\b/g, (word) => {
    if (word === 'Acme') return institution;
    return word === 'acme' ? id : packageName;
  });
}

/** Lists of plain values stand in one line. */
function toJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(
    /\[\n\s+([^[\]{}]*?)\n\s+\]/g,
    (_, items: string) => `[${items.replace(/\n\s+/g, ' ')}]`,
  );
  return `${text}\n`;
}
