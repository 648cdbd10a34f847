import { toProblem, type Problem, type ProblemCode, type ProblemDraft } from '../interfaces/index.js';

/** How many problems of one code are listed one by one; the rest are counted. */
const LISTED_PER_CODE = 1_000;

/** The problems of one file, in bounded memory however bad the file is. */
export class ProblemList {
  readonly #file: string | undefined;
  readonly #counts = new Map<ProblemCode, number>();

  constructor(file: string | undefined) {
    this.#file = file;
  }

  /** Completes problems with file and registry, and leaves out those beyond the limit of their code. */
  take(drafts: readonly ProblemDraft[]): Problem[] {
    return drafts
      .filter((draft) => this.#count(draft.code) <= LISTED_PER_CODE)
      .map((draft) => this.#complete(draft));
  }

  /** One problem for each code that went beyond its limit. */
  summarise(): Problem[] {
    return [...this.#counts]
      .filter(([, count]) => count > LISTED_PER_CODE)
      .map(([code, count]) =>
        this.#complete({ code, message: `${count - LISTED_PER_CODE} more problems of this kind.` }),
      );
  }

  #count(code: ProblemCode): number {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    return count;
  }

  #complete(draft: ProblemDraft): Problem {
    const problem = toProblem(draft);
    return this.#file === undefined ? problem : { ...problem, place: { ...problem.place, file: this.#file } };
  }
}
