import type { PluginManager, PluginState } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { findPlugin } from './find-plugin.js';
import type { InputFile } from './input-file.js';

/** The plugin that reads a file, and as what. */
export interface Reader {
  readonly pluginId: string;
  readonly format: string;
}

/**
 * Chooses who reads a file: the plugin that was named, else the only one whose signatures it matches. A file is never
 * shown to a plugin whose signatures it does not match.
 *
 * @throws ProblemError UNSUPPORTED_FORMAT, AMBIGUOUS_FORMAT, PLUGIN_UNKNOWN, INPUT_TOO_LARGE
 */
export function chooseReader(manager: PluginManager, file: InputFile, pluginId: string | undefined): Reader {
  if (pluginId !== undefined) findPlugin(manager, pluginId);
  const readers = manager.reader
    .recognise(file)
    .filter((reader) => pluginId === undefined || reader.pluginId === pluginId)
    .flatMap((reader) => reader.formats.slice(0, 1).map((format) => ({ pluginId: reader.pluginId, format })));
  const [reader] = readers;
  if (reader === undefined) throw unsupported(manager, file.name, pluginId);
  if (readers.length > 1) throw ambiguous(readers, file.name);
  return reader;
}

function unsupported(manager: PluginManager, file: string, pluginId: string | undefined): ProblemError {
  const who = pluginId === undefined ? 'No plugin recognises' : `The plugin "${pluginId}" does not recognise`;
  return new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message: `${who} this file by its extension and header.`,
    ...remedyOf(manager),
    place: { file },
  });
}

/** States in which a plugin does not serve, in words for one and for several. */
const IDLE: readonly (readonly [state: PluginState, one: string, several: string])[] = [
  ['waiting', 'waits for your approval', 'wait for your approval'],
  ['disabled', 'is disabled', 'are disabled'],
  ['quarantined', 'is quarantined', 'are quarantined'],
];

/** Plugins that do not serve may be those that read the file. */
function remedyOf(manager: PluginManager): { remedy?: string } {
  const readers = manager.list().filter(({ formats }) => formats.length > 0);
  const idle = IDLE.flatMap(([state, one, several]) => {
    const { length: count } = readers.filter((plugin) => plugin.state === state);
    return count === 0 ? [] : [`${count} of them ${count === 1 ? one : several}`];
  });
  return idle.length === 0 ? {} : { remedy: `See "bourse plugins": ${idle.join(', ')}.` };
}

function ambiguous(readers: readonly Reader[], file: string): ProblemError {
  const ids = readers.map(({ pluginId }) => pluginId);
  return new ProblemError({
    code: 'AMBIGUOUS_FORMAT',
    message: `More than one plugin reads files like this one: ${ids.join(', ')}.`,
    remedy: `Name one of them: --plugin ${ids[0]}`,
    place: { file },
  });
}
