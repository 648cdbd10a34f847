import type { CrashHistory } from '../cell/index.js';
import type { CrashRecords } from '../store/index.js';

/**
 * The crashes of one version of a plugin in all hosts, as one host counts them: a new version has a chance of its own. One that lies in the future, because a clock was ahead, does not keep
 * the plugin from starting until then.
 *
 * @param now Milliseconds since 1970.
 */
export function hostCrashHistory(records: CrashRecords, digest: string, now: () => number): CrashHistory {
  return {
    record: (id, crash) => records.record(cellOf(id, digest), crash),
    since: (id, at) => records.since(cellOf(id, digest), at).filter((crash) => crash.at <= now()),
    clear: (id) => records.clear(cellOf(id, digest)),
  };
}

/** The name under which crashes of one version of a plugin are kept. */
export function cellOf(id: string, digest: string): string {
  return `${id} ${digest}`;
}
