import type { SourceChannel, Statement } from '../interfaces/index.js';
import type { AccountNames } from '../records/index.js';
import {
  collectStatement,
  StatementAssembler,
  type CanonicalPart,
  type StatementEnd,
} from '../statements/index.js';

/** Which plugin reads, and whose records they are. */
export interface ReadingOrigin extends AccountNames {
  readonly plugin: { readonly id: string; readonly version: string; readonly digest: string };
  readonly institution: string;
  readonly format: string;
  readonly channel: SourceChannel;
  /** The name of the file, for the places of problems. */
  readonly file?: string;
}

/** What a plugin reads, as it reads it: canonical parts, and the end once the last part has been taken. */
export class Reading {
  readonly origin: ReadingOrigin;
  readonly #parts: AsyncIterable<unknown>;
  readonly #assembler: StatementAssembler;

  /**
   * @param parts What the plugin yields, not yet checked.
   * @param maxEntries How many records and the like there may be. Default: the most of any reading.
   */
  constructor(origin: ReadingOrigin, parts: AsyncIterable<unknown>, maxEntries?: number) {
    this.origin = origin;
    this.#parts = parts;
    const { institution, channel, defaultAccount, aliases, idNames, file } = origin;
    this.#assembler = new StatementAssembler({
      provenance: { institution, channel, defaultAccount, aliases, idNames },
      ...(file === undefined ? {} : { file }),
      ...(maxEntries === undefined ? {} : { maxEntries }),
    });
  }

  /** The parts in the order of the file. Whoever stops taking them stops the plugin's reading. */
  async *parts(): AsyncGenerator<CanonicalPart, void, void> {
    for await (const part of this.#parts) yield this.#assembler.add(part);
  }

  /**
   * Reads everything into memory.
   *
   * @param onProgress Told after each part how many records there are.
   */
  collect(onProgress?: (records: number) => void): Promise<Statement> {
    return collectStatement(this.origin.format, this.parts(), () => this.end(), onProgress);
  }

  /**
   * What is known once the last part has been taken.
   *
   * @throws ProblemError MALFORMED_RESPONSE where the reader never said how many rows there are.
   */
  end(): StatementEnd {
    return this.#assembler.finish();
  }
}
