const ROOT = 0;

/** What stands for no child. */
const NONE = 0;

/**
 * Finds many byte strings in one pass (Aho and Corasick, 1975): each byte costs a bounded number of steps, whatever the
 * strings and the text are. Its nodes are made when a text first leads to them, so that strings which no text begins cost
 * next to nothing.
 */
export class Automaton {
  /** The length of the longest string. */
  readonly longest: number;
  /** From the root, by byte; elsewhere by lists of children, since most nodes have one. */
  readonly #fromRoot = new Int32Array(256);
  readonly #bytes: number[] = [0];
  readonly #firstChild: number[] = [NONE];
  readonly #nextSibling: number[] = [NONE];
  readonly #depths: number[] = [0];
  /** The node of the longest proper suffix that begins a string. */
  readonly #suffixes: number[] = [ROOT];
  /** The length of the longest string that ends at a node; 0 where none does. */
  readonly #matches: number[] = [0];
  /** The strings that go on behind a node. */
  readonly #longer: (readonly Uint8Array[])[];

  constructor(strings: readonly Uint8Array[]) {
    const all = strings.filter(({ length }) => length > 0);
    this.longest = Math.max(0, ...all.map(({ length }) => length));
    this.#longer = [all];
    for (const [byte = 0] of all) if (this.#fromRoot[byte] === NONE) this.#add(ROOT, byte, ROOT);
  }

  /** The node after a byte. */
  next(node: number, byte: number): number {
    for (let at = node; at !== ROOT; at = this.#suffixes[at] ?? ROOT) {
      const child = this.#childOf(at, byte);
      if (child !== NONE) return child;
      if (this.#goesOn(at, byte)) return this.#grow(at, byte);
    }
    return this.#fromRoot[byte] ?? ROOT;
  }

  /**
   * Goes through a part of some bytes.
   *
   * @param onMatch Is given the end and the length of the longest string that ends at a byte.
   * @returns the node after them
   */
  scan(
    bytes: Uint8Array,
    { from, node: first }: { from: number; node: number },
    onMatch: (end: number, length: number) => void,
  ): number {
    const fromRoot = this.#fromRoot;
    let node = first;
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      node = node === ROOT ? (fromRoot[byte] ?? ROOT) : this.next(node, byte);
      if (node === ROOT) continue;
      const match = this.#matches[node] ?? 0;
      if (match > 0) onMatch(at + 1, match);
    }
    return node;
  }

  /** How many of the last bytes begin a string, and may belong to one. */
  depthOf(node: number): number {
    return this.#depths[node] ?? 0;
  }

  /** The length of the longest string that ends here; 0 where none does. */
  matchOf(node: number): number {
    return this.#matches[node] ?? 0;
  }

  #childOf(node: number, byte: number): number {
    let child = this.#firstChild[node] ?? NONE;
    while (child !== NONE && this.#bytes[child] !== byte) child = this.#nextSibling[child] ?? NONE;
    return child;
  }

  #goesOn(node: number, byte: number): boolean {
    const depth = this.#depths[node] ?? 0;
    for (const string of this.#longer[node] ?? []) if (string[depth] === byte) return true;
    return false;
  }

  /**
   * Makes the child of a node, and before it those that its suffixes lead to: they are shorter, and made from the
   * shortest on, without recursion, since a string may be long.
   */
  #grow(node: number, byte: number): number {
    const open = [node];
    let end = this.#fromRoot[byte] ?? ROOT;
    for (let at = this.#suffixes[node] ?? ROOT; at !== ROOT; at = this.#suffixes[at] ?? ROOT) {
      const child = this.#childOf(at, byte);
      if (child !== NONE) {
        end = child;
        break;
      }
      if (this.#goesOn(at, byte)) open.push(at);
    }
    for (const parent of open.reverse()) end = this.#add(parent, byte, end);
    return end;
  }

  #add(node: number, byte: number, suffix: number): number {
    const depth = this.#depths[node] ?? 0;
    const begun = (this.#longer[node] ?? []).filter((string) => string[depth] === byte);
    const child = this.#bytes.push(byte) - 1;
    this.#firstChild.push(NONE);
    this.#nextSibling.push(this.#firstChild[node] ?? NONE);
    this.#depths.push(depth + 1);
    this.#suffixes.push(suffix);
    const ends = begun.some(({ length }) => length === depth + 1);
    this.#matches.push(ends ? depth + 1 : (this.#matches[suffix] ?? 0));
    this.#longer.push(begun.filter(({ length }) => length > depth + 1));
    this.#firstChild[node] = child;
    if (node === ROOT) this.#fromRoot[byte] = child;
    return child;
  }
}
