import type { StoragePort } from '../cell/index.js';
import type { StorageOwner, StorageRecords } from '../store/index.js';

const UNITS: Readonly<Record<string, number>> = { KiB: 1024, MiB: 1024 * 1024 };

/** The storage of a plugin for one connection, as large as its manifest says, for example `1MiB`. */
export function storageOf(records: StorageRecords, owner: StorageOwner, quota: string): StoragePort {
  const bytes = toBytes(quota);
  return {
    get: async (key) => {
      const content = records.find(owner, key);
      return content === undefined ? undefined : JSON.parse(content);
    },
    set: (key, value) => records.save(owner, key, JSON.stringify(value), bytes),
    delete: (key) => records.remove(owner, key),
    list: async (beginning) => records.list(owner, beginning),
  };
}

function toBytes(quota: string): number {
  return Number.parseInt(quota, 10) * (UNITS[quota.slice(-3)] ?? 0);
}
