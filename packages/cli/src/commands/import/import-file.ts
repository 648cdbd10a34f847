import type { Reading } from '@bourse/core';
import { resolvePath } from '../../arguments/resolve-path.js';
import { toFailure } from '../../failure.js';
import { chooseReader } from '../../host/choose-reader.js';
import { InputFile } from '../../host/input-file.js';
import type { Session } from '../../host/session.js';
import type { ImportedFile } from './imported-file.js';
import { namesOf } from './names-of.js';
import { stageReading } from './stage-reading.js';

/** What the user says about the files of one command. */
export interface ImportOptions {
  /** The plugin to read with. */
  readonly plugin?: string;
  /** The name of the account where a file names none. */
  readonly account?: string;
  /** Whether what is imported is made up, so that it is kept apart from what is real. */
  readonly simulated?: boolean;
}

/**
 * Imports one file: all of it, or nothing. Where the user's name for the account turns out to mean the one that the institution reports,
 * the records go there. What is wrong with the file is part of the answer, so that the other files come in.
 */
export async function importFile(
  session: Session,
  path: string,
  options: ImportOptions,
): Promise<ImportedFile> {
  const { manager, signal, logger, environment } = session;
  let reader: { plugin: string } | undefined;
  try {
    await using file = await InputFile.open(resolvePath(path, environment.userFolder));
    const { pluginId, format } = chooseReader(manager, file, options.plugin);
    reader = { plugin: pluginId };
    logger.log('info', 'importing a file', { file: path, plugin: pluginId, format, bytes: file.size });
    const names = namesOf(session, manager.info(pluginId), options);
    const { name, size } = file;
    const read = (account: string | undefined): Reading =>
      manager.reader.readStatement(pluginId, {
        ...{ format, name, size, content: file.content(), signal },
        ...names,
        ...(account === undefined ? {} : { defaultAccount: account }),
      });
    const stored = { file: { name, sha256: await file.digest(signal), size }, accountName: options.account };
    using named = await stageReading(session, read(options.account), stored);
    const reportedAccount = named.staged.findReportedAccount();
    if (reportedAccount === undefined) return { ...named.commit(), ...reader, file: path };
    using reported = await stageReading(session, read(reportedAccount), { ...stored, reportedAccount });
    return { ...reported.commit(), reportedAccount, ...reader, file: path };
  } catch (error) {
    signal.throwIfAborted();
    return { file: path, ...reader, problems: [toFailure(error)] };
  }
}
