import { createHash } from 'node:crypto';
import { ProblemError } from '@bourse/core/interfaces';
import { toFailure } from '../../failure.js';
import type { Session } from '../../host/session.js';
import { findPlugin } from '../../host/find-plugin.js';
import type { ImportOptions } from './import-file.js';
import type { ImportedFile } from './imported-file.js';
import { namesOf } from './names-of.js';
import { canBePulled } from './pullable.js';
import { stageReading } from './stage-reading.js';

/** An answer has no bytes of its own; what it tells is compared record by record. */
const NO_BYTES = { sha256: createHash('sha256').digest('hex'), size: 0 };

/** Asks a plugin for everything that its services list, and imports that. */
export async function pullRecords(
  session: Session,
  pluginId: string,
  options: ImportOptions,
): Promise<ImportedFile> {
  const { manager, signal } = session;
  const { account } = options;
  const plugin = findPlugin(manager, pluginId);
  const file = `${plugin.id} services`;
  try {
    if (!canBePulled(plugin)) throw readsFilesOnly(pluginId);
    const reading = manager.reader.pull(pluginId, {
      signal,
      ...namesOf(session, plugin, options),
      ...(account === undefined ? {} : { defaultAccount: account }),
    });
    using staged = await stageReading(session, reading, {
      file: { name: file, ...NO_BYTES },
      accountName: account,
    });
    return { ...staged.commit(), plugin: pluginId };
  } catch (error) {
    signal.throwIfAborted();
    return { file, plugin: pluginId, problems: [toFailure(error)] };
  }
}

function readsFilesOnly(pluginId: string): ProblemError {
  return new ProblemError({
    code: 'SERVICE_NOT_OFFERED',
    message: `The plugin "${pluginId}" reads files and reports nothing by itself.`,
    remedy: `Name a file: bourse import <file> --plugin ${pluginId}`,
  });
}
