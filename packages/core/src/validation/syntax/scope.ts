/** A stretch of a script in which names are declared. */
export class Scope {
  readonly #outer: Scope | undefined;
  readonly #isFunction: boolean;
  readonly #names = new Set<string>();

  constructor(outer?: Scope, isFunction = true) {
    this.#outer = outer;
    this.#isFunction = isFunction;
  }

  declare(name: string): void {
    this.#names.add(name);
  }

  /** Declares a `var`, which holds in the whole function. */
  declareInFunction(name: string): void {
    if (this.#isFunction || this.#outer === undefined) this.declare(name);
    else this.#outer.declareInFunction(name);
  }

  /** Whether a name means something of the script itself. Known once the whole script has been seen. */
  knows(name: string): boolean {
    return this.#names.has(name) || this.#outer?.knows(name) === true;
  }
}
