const ROOT = 0;

/**
 * Finds many byte strings in one pass (Aho and Corasick, 1975): each byte costs a bounded number of steps, whatever the
 * strings and the text are.
 */
export class Automaton {
  /** The length of the longest string. */
  readonly longest: number;
  /** From the root, by byte; elsewhere by lists of children, since most nodes have one. */
  readonly #fromRoot = new Int32Array(256);
  readonly #bytes: number[] = [0];
  readonly #firstChild: number[] = [0];
  readonly #nextSibling: number[] = [0];
  readonly #depths: number[] = [0];
  /** The node of the longest proper suffix that begins a string. */
  readonly #suffixes: number[] = [0];
  /** The length of the longest string that ends at a node; 0 where none does. */
  readonly #matches: number[] = [0];

  constructor(strings: Iterable<Uint8Array>) {
    let longest = 0;
    for (const string of strings) {
      this.#add(string);
      longest = Math.max(longest, string.length);
    }
    this.longest = longest;
    this.#linkSuffixes();
  }

  /** The node after a byte. */
  next(node: number, byte: number): number {
    let at = node;
    while (at !== ROOT) {
      const child = this.#childOf(at, byte);
      if (child !== 0) return child;
      at = this.#suffixes[at] ?? ROOT;
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

  #add(string: Uint8Array): void {
    let node = ROOT;
    for (const byte of string) node = this.#childOf(node, byte) || this.#addChild(node, byte);
    if (node !== ROOT) this.#matches[node] = string.length;
  }

  #addChild(node: number, byte: number): number {
    const child = this.#bytes.push(byte) - 1;
    this.#firstChild.push(0);
    this.#nextSibling.push(this.#firstChild[node] ?? 0);
    this.#depths.push((this.#depths[node] ?? 0) + 1);
    this.#suffixes.push(ROOT);
    this.#matches.push(0);
    this.#firstChild[node] = child;
    if (node === ROOT) this.#fromRoot[byte] = child;
    return child;
  }

  #childOf(node: number, byte: number): number {
    if (node === ROOT) return this.#fromRoot[byte] ?? 0;
    let child = this.#firstChild[node] ?? 0;
    while (child !== 0 && this.#bytes[child] !== byte) child = this.#nextSibling[child] ?? 0;
    return child;
  }

  /** By rising depth, so that the suffixes of a node, which are shorter, are linked before it. */
  #linkSuffixes(): void {
    const queue = [ROOT];
    for (const node of queue) {
      for (let child = this.#firstChild[node] ?? 0; child !== 0; child = this.#nextSibling[child] ?? 0) {
        const byte = this.#bytes[child] ?? 0;
        const suffix = node === ROOT ? ROOT : this.next(this.#suffixes[node] ?? ROOT, byte);
        this.#suffixes[child] = suffix;
        this.#matches[child] ||= this.#matches[suffix] ?? 0;
        queue.push(child);
      }
    }
  }
}
