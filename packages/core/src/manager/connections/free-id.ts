import type { ConnectionRecord } from '../../store/index.js';

/** The id of the next connection of a plugin: its own id, then with a number behind it. */
export function freeId(plugin: string, connections: readonly ConnectionRecord[]): string {
  const taken = new Set(connections.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? plugin : `${plugin}-${number}`;
    if (!taken.has(id)) return id;
  }
}
