import type { PluginContext, StatementFile, StatementPart } from '@bourse/core/interfaces';

/** What a statement reader has beside the file. */
export type ReaderContext<Settings = unknown> = Pick<PluginContext<Settings>, 'settings' | 'log' | 'signal'>;

/**
 * Reads one format. Yields parts as it goes, so that a long file never stands in memory as a whole; the last part says
 * `rowsTotal`. What cannot be read at all is thrown as a ProblemError, what concerns single rows is yielded among the
 * `problems` of a part. Ending the iteration early cancels the reading.
 *
 * @example
 * export const readCash: StatementReader = async function* (file) {
 *   const parts = new StatementParts();
 *   for await (const row of readCsv(file.content)) yield* parts.drain();
 *   yield* parts.finish({ rowsTotal: 0 });
 * };
 */
export type StatementReader<Settings = unknown> = (
  file: StatementFile,
  context: ReaderContext<Settings>,
) => AsyncIterable<StatementPart>;

/**
 * Has the institution make a statement and reads it as a {@link StatementReader} does: the same parts as for the file that
 * the user would have downloaded. Contract 1.1.
 */
export type StatementFetcher<Settings = unknown> = (
  context: ReaderContext<Settings>,
) => AsyncIterable<StatementPart>;
