import type { EvidenceRecorder } from '../evidence/evidence-recorder.js';
import type { Cell } from '../host/cell.js';

/** A cell while it serves a supervisor, with the calls that use it. */
export class Tenure {
  readonly cell: Cell;
  readonly recorder: EvidenceRecorder;
  readonly #onUnused: (tenure: Tenure) => void;
  #uses = 0;

  constructor(cell: Cell, recorder: EvidenceRecorder, onUnused: (tenure: Tenure) => void) {
    this.cell = cell;
    this.recorder = recorder;
    this.#onUnused = onUnused;
  }

  get unused(): boolean {
    return this.#uses === 0;
  }

  /** Gives what ends the use. */
  use(): () => void {
    this.#uses += 1;
    return () => {
      this.#uses -= 1;
      if (this.unused) this.#onUnused(this);
    };
  }
}
