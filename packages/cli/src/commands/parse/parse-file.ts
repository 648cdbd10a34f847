import { printable } from '@bourse/core';
import { resolvePath } from '../../arguments/resolve-path.js';
import { toFailure } from '../../failure.js';
import { chooseReader } from '../../host/choose-reader.js';
import { InputFile } from '../../host/input-file.js';
import type { Session } from '../../host/session.js';
import { derivePositions } from './derive-positions.js';
import type { ParsedFile } from './parsed-file.js';

/** Reads one file. What is wrong with it is part of the answer, so that the other files are read all the same. */
export async function parseFile(
  session: Session,
  path: string,
  pluginId: string | undefined,
): Promise<ParsedFile> {
  const { manager, signal, terminal, logger, environment } = session;
  let reader: { plugin: string } | undefined;
  try {
    await using file = await InputFile.open(resolvePath(path, environment.userFolder));
    const chosen = chooseReader(manager, file, pluginId);
    reader = { plugin: chosen.pluginId };
    logger.log('info', 'reading a file', {
      file: path,
      plugin: chosen.pluginId,
      format: chosen.format,
      bytes: file.size,
    });
    const { name, size } = file;
    const reading = manager.reader.readStatement(chosen.pluginId, {
      format: chosen.format,
      name,
      size,
      content: file.content(),
      signal,
    });
    const statement = await reading.collect((count) =>
      terminal.progress.update(`Reading ${printable(name)}: ${count} records`),
    );
    const incomplete = derivePositions(statement, name).flatMap(({ problem }) => problem ?? []);
    return { file: path, ...reader, ...statement, problems: [...statement.problems, ...incomplete] };
  } catch (error) {
    signal.throwIfAborted();
    return { file: path, ...reader, problems: [toFailure(error)] };
  }
}
