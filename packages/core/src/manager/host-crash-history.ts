import type { CrashHistory } from '../cell/index.js';
import type { CrashRecords } from '../store/index.js';

/** What a crash history of the host is made from. */
export interface HostCrashHistoryOptions {
  readonly records: CrashRecords;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onWarning: (message: string) => void;
}

/**
 * The crashes of all hosts, as one host counts them. A crash that cannot be written does not bring the host down, and
 * one that lies in the future, because a clock was ahead, does not keep the plugin from starting until then.
 */
export function hostCrashHistory({ records, now, onWarning }: HostCrashHistoryOptions): CrashHistory {
  return {
    record: (key, crash) => {
      try {
        records.record(key, crash);
      } catch (error) {
        onWarning(`A crash of "${key}" could not be written down: ${String(error)}`);
      }
    },
    since: (key, at) => records.since(key, at).filter((crash) => crash.at <= now()),
    clear: (key) => records.clear(key),
  };
}
