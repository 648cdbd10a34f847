import type { Finding } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { finding } from '../build/finding.js';
import type { PluginCell } from '../build/plugin-cell.js';

/** A format that no plugin declares. */
const ABSENT = 'no-such-format';

/**
 * Compares the formats that plugin.json declares with those that the code reads: one that is refused in the words for a
 * format that cannot be there is not there.
 */
export async function tryFormats(
  cell: PluginCell,
  formats: readonly string[],
  file: string,
): Promise<readonly Finding[]> {
  const refusal = await refusalOf(cell, ABSENT);
  if (refusal?.includes(ABSENT) !== true) return [];
  const missing: string[] = [];
  for (const format of new Set(formats))
    if ((await refusalOf(cell, format)) === refusal.replaceAll(ABSENT, format)) missing.push(format);
  if (missing.length === 0) return [];
  return [
    finding(
      'PLUGIN_DEFINITION_INVALID',
      `plugin.json declares the format ${missing.map((format) => `"${format}"`).join(', ')}, which the code does not read.`,
      { file },
      'Make "statements[].format" in plugin.json and the keys of "statement.formats" agree.',
    ),
  ];
}

/** What the plugin says of an empty file of a format; undefined where it reads it. */
async function refusalOf({ read }: PluginCell, format: string): Promise<string | undefined> {
  const file = { format, name: 'empty', size: 0, content: empty() };
  try {
    for await (const _ of read(file));
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error.message : undefined;
  }
}

async function* empty(): AsyncGenerator<Uint8Array> {
  // A file without a byte.
}
