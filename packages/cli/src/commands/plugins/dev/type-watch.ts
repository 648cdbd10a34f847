import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTypes } from './check-types.js';
import type { Report } from './reporter.js';

/** Checks the types of what serves, beside the work; what is not over when the next change comes is given up. */
export class TypeWatch implements Disposable {
  readonly #folder: string;
  readonly #report: Report;
  readonly #state = mkdtempSync(join(tmpdir(), 'bourse-types-'));
  #checking = new AbortController();
  #hadFindings = false;

  constructor(folder: string, report: Report) {
    this.#folder = folder;
    this.#report = report;
  }

  check(): void {
    this.#checking = new AbortController();
    void this.#check(this.#checking.signal);
  }

  stop(): void {
    this.#checking.abort();
  }

  [Symbol.dispose](): void {
    this.stop();
    rmSync(this.#state, { recursive: true, force: true });
  }

  async #check(signal: AbortSignal): Promise<void> {
    const findings = await checkTypes(this.#folder, join(this.#state, 'tsbuildinfo'), signal);
    if (findings === undefined || signal.aborted) return;
    if (findings.length > 0 || this.#hadFindings) await this.#report({ event: 'types', findings });
    this.#hadFindings = findings.length > 0;
  }
}
