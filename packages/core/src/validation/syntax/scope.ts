/** A stretch of a script in which names are declared. */
export class Scope {
  readonly #outer: Scope | undefined;
  /** Where a `var` of this stretch is declared. */
  readonly #function: Scope;
  readonly #names = new Set<string>();
  /** Answers given, so that a deep script is not climbed once for every use of a name. */
  readonly #known = new Map<string, boolean>();

  constructor(outer?: Scope, isFunction = true) {
    this.#outer = outer;
    this.#function = isFunction || outer === undefined ? this : outer.#function;
  }

  declare(name: string): void {
    this.#names.add(name);
  }

  /** Declares a `var`, which holds in the whole function. */
  declareInFunction(name: string): void {
    this.#function.declare(name);
  }

  /** Whether a name means something of the script itself. Known once the whole script has been seen. */
  knows(name: string): boolean {
    const known = this.#known.get(name) ?? (this.#names.has(name) || this.#outer?.knows(name) === true);
    this.#known.set(name, known);
    return known;
  }
}
