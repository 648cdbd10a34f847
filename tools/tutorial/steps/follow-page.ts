import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findMissingLines } from '../../docs/guide/write-script.ts';
import type { Step } from '../page/read-steps.ts';
import { changeText } from '../page/change-text.ts';
import type { Shell } from '../place/shell.ts';
import type { Terminal } from '../place/terminal.ts';
import type { StepOutcome } from './step-outcome.ts';

/** Does what a reader of the page does, until a step fails. */
export class PageFollower {
  readonly #shell: Shell;
  #terminals: Terminal[] = [];
  /** What the commands since the last one that was looked at have printed. */
  #printed = '';

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  async follow(steps: readonly Step[], onStep: (outcome: StepOutcome) => void): Promise<StepOutcome[]> {
    const outcomes: StepOutcome[] = [];
    try {
      for (const step of steps) {
        const outcome = await this.#try(step);
        outcomes.push(outcome);
        onStep(outcome);
        if (!outcome.ok) break;
      }
    } finally {
      await this.#endTerminals();
    }
    return outcomes;
  }

  async #try(step: Step): Promise<StepOutcome> {
    const startedAt = performance.now();
    const output = await this.#do(step).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return {
      section: step.section,
      step: describeStep(step),
      isCommand: step.kind === 'command',
      seconds,
      ok: output === undefined,
      ...(output === undefined ? {} : { output }),
    };
  }

  async #do(step: Step): Promise<void> {
    switch (step.kind) {
      case 'command':
        this.#printed += await this.#shell.run(fromThisTree(step.command));
        return;
      case 'terminal':
        this.#terminals.push(this.#shell.open(step.command));
        return;
      case 'waits':
        await this.#terminals.at(-1)?.waitFor(step.lines);
        return;
      case 'sees':
        return this.#see(step.lines);
      case 'ends':
        return await this.#endTerminals();
      default:
        this.#write(step);
    }
  }

  #see(lines: string): void {
    const missing = findMissingLines(lines, this.#printed);
    if (missing.length > 0) throw new Error(`"${missing.join('", "')}" is missing in\n${this.#printed}`);
    this.#printed = '';
  }

  #write({ kind, file, content }: Step & { kind: 'changes' | 'writes' }): void {
    const path = join(this.#shell.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, kind === 'writes' ? content : changeText(readFileSync(path, 'utf8'), content));
  }

  async #endTerminals(): Promise<void> {
    const terminals = this.#terminals;
    this.#terminals = [];
    for (const terminal of terminals) await terminal.end();
  }
}

/** The package that `npm create` would fetch is installed already, as this working tree has it. */
function fromThisTree(command: string): string {
  return command.replace(/^npm create bourse-plugin (\S+) -- /, 'create-bourse-plugin $1 ');
}

function describeStep(step: Step): string {
  switch (step.kind) {
    case 'command':
      return step.command;
    case 'terminal':
      return `${step.command} &`;
    case 'waits':
    case 'sees':
      return `sees "${step.lines.trim().split('\n').at(-1)?.trim() ?? ''}"`;
    case 'ends':
      return 'Ctrl-C';
    default:
      return `${step.kind} ${step.file}`;
  }
}
