import { ProblemError, type StatementService } from '@bourse/core/interfaces';
import type { ReaderContext, StatementFetcher, StatementReader } from './statement-reader.js';

/** The statement service as an author writes it: one reader for each format that the manifest declares. */
export interface StatementFormats<Settings = unknown> {
  readonly formats: Readonly<Record<string, StatementReader<Settings>>>;
  /** Only needed where the manifest's signatures cannot tell the plugin's own formats apart. */
  readonly detect?: StatementService['detect'];
  /** Where the institution makes statements for download. */
  readonly fetch?: StatementFetcher<Settings>;
}

/** Makes the contract's statement service of readers by format. */
export function toStatementService<Settings>(
  { formats, detect, fetch }: StatementFormats<Settings>,
  context: ReaderContext<Settings>,
): StatementService {
  return {
    ...(detect === undefined ? {} : { detect }),
    async *read(file) {
      yield* findReader(formats, file.format)(file, context);
    },
    ...(fetch === undefined ? {} : { fetch: () => fetch(context) }),
  };
}

function findReader<Reader>(formats: Readonly<Record<string, Reader>>, format: string): Reader {
  const reader = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (reader !== undefined) return reader;
  const known = Object.keys(formats).join(', ');
  throw new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message: `This plugin reads no format "${format}", only: ${known}.`,
  });
}
