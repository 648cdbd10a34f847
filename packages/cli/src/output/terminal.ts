import type { HostProcess } from '../host-process.js';
import { isColored } from './is-colored.js';
import { OutputStream } from './output-stream.js';
import { Progress } from './progress.js';
import { createStyle, type Style } from './style.js';
import { wrapLine } from './wrap-line.js';

/** Where a command is read from and answers to: answers go to `output`, everything else to `errors`. */
export class Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: OutputStream;
  readonly errors: OutputStream;
  readonly style: Style;
  readonly errorStyle: Style;
  readonly progress: Progress;
  /** Columns to lay tables out in; absent where nobody looks at the output. */
  readonly width: number | undefined;
  readonly #errorWidth: number | undefined;
  /** Whether somebody is there to answer a question. */
  readonly isInteractive: boolean;

  constructor({ stdin, stdout, stderr, env }: HostProcess) {
    this.input = stdin;
    this.output = new OutputStream(stdout);
    this.errors = new OutputStream(stderr);
    this.style = createStyle(isColored(env, stdout.isTTY));
    this.errorStyle = createStyle(isColored(env, stderr.isTTY));
    this.progress = new Progress(stderr.isTTY && env['TERM'] !== 'dumb' ? stderr : undefined);
    this.width = widthOf(stdout);
    this.#errorWidth = widthOf(stderr);
    this.isInteractive = stdin.isTTY && stderr.isTTY;
  }

  /** Writes lines of an answer, those that are too wide broken between words. */
  writeLines(lines: Iterable<string>): Promise<void> {
    return this.output.writeLines(wrapAll(lines, this.width));
  }

  /** Writes lines beside the answer. */
  writeErrorLines(lines: Iterable<string>): Promise<void> {
    return this.errors.writeLines(wrapAll(lines, this.#errorWidth));
  }
}

/** Columns of a terminal; one that knows of none, as some pseudoterminals do, is as wide as any line. */
function widthOf({ isTTY, columns }: NodeJS.WriteStream): number | undefined {
  return isTTY && columns > 0 ? columns : undefined;
}

function* wrapAll(lines: Iterable<string>, width: number | undefined): Generator<string, void, void> {
  for (const line of lines) yield* wrapLine(line, width);
}
