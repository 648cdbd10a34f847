import { z } from 'zod';

const Snapshot = z.object({
  snapshot: z.object({
    meta: z.object({
      node_fields: z.array(z.string()),
      node_types: z.tuple([z.array(z.string())], z.unknown()),
      edge_fields: z.array(z.string()),
    }),
  }),
  nodes: z.array(z.number()),
  edges: z.array(z.number()),
  strings: z.array(z.string()),
});

/** Characters of a text that is put together again; longer ones go on in pieces of their own. */
const LONGEST = 4_000_000;

/**
 * All texts of a heap: those that stand in it as they are, and those that are made of others, put together again.
 *
 * @param text A snapshot as V8 writes it.
 */
export function textsOf(text: string): string[] {
  const heap = new Heap(Snapshot.parse(JSON.parse(text)));
  return [...heap.strings, ...heap.joined()];
}

class Heap {
  readonly strings: readonly string[];
  readonly #nodes: readonly number[];
  readonly #edges: readonly number[];
  readonly #nodeFields: readonly string[];
  readonly #edgeFields: readonly string[];
  readonly #types: readonly string[];

  constructor({ snapshot: { meta }, nodes, edges, strings }: z.infer<typeof Snapshot>) {
    this.strings = strings;
    this.#nodes = nodes;
    this.#edges = edges;
    this.#nodeFields = meta.node_fields;
    this.#edgeFields = meta.edge_fields;
    this.#types = meta.node_types[0];
  }

  /** Texts of concatenations, each as a whole. */
  *joined(): Generator<string> {
    const width = this.#nodeFields.length;
    const kind = this.#types.indexOf('concatenated string');
    const count = this.#nodeFields.indexOf('edge_count');
    const starts = new Map<number, number>();
    let edge = 0;
    for (let node = 0; node < this.#nodes.length; node += width) {
      if (this.#nodes[node] === kind) starts.set(node, edge);
      edge += this.#nodes[node + count] ?? 0;
    }
    for (const node of starts.keys()) yield this.#join(node, starts);
  }

  /** The parts are the first two edges to texts; in order and without recursion, since they can be very deep. */
  #join(root: number, starts: ReadonlyMap<number, number>): string {
    const pending = [root];
    let text = '';
    for (let node = pending.pop(); node !== undefined && text.length < LONGEST; node = pending.pop()) {
      const start = starts.get(node);
      if (start === undefined) text += this.#nameOf(node);
      else pending.push(...this.#partsOf(node, start).reverse());
    }
    return text;
  }

  #partsOf(node: number, start: number): number[] {
    const width = this.#edgeFields.length;
    const to = this.#edgeFields.indexOf('to_node');
    const name = this.#edgeFields.indexOf('name_or_index');
    const count = this.#nodes[node + this.#nodeFields.indexOf('edge_count')] ?? 0;
    const parts = Array.from({ length: count }, (_, index) => (start + index) * width)
      .map((edge) => [this.strings[this.#edges[edge + name] ?? 0], this.#edges[edge + to] ?? 0] as const)
      .filter(([label]) => label === 'first' || label === 'second');
    return parts.sort(([left = ''], [right = '']) => (left < right ? -1 : 1)).map(([, target]) => target);
  }

  #nameOf(node: number): string {
    return this.strings[this.#nodes[node + this.#nodeFields.indexOf('name')] ?? 0] ?? '';
  }
}
