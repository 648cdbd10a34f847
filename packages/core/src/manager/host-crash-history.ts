import type { CrashHistory } from '../cell/index.js';
import type { CrashRecords } from '../store/index.js';

/**
 * The crashes of all hosts, as one host counts them. One that lies in the future, because a clock was ahead, does not keep
 * the plugin from starting until then.
 *
 * @param now Milliseconds since 1970.
 */
export function hostCrashHistory(records: CrashRecords, now: () => number): CrashHistory {
  return {
    record: (key, crash) => records.record(key, crash),
    since: (key, at) => records.since(key, at).filter((crash) => crash.at <= now()),
    clear: (key) => records.clear(key),
  };
}
