import { ProblemError } from '../../interfaces/index.js';
import { LEASE_MS, type HostDatabase, type LeaseHolder, type Leases } from '../../store/index.js';

/** The right of this host to work with a connection, renewed while it is held. */
export interface Lease {
  /** Aborted where another host has taken over, because this one was silent for too long. */
  readonly signal: AbortSignal;
  release(): Promise<void>;
}

/**
 * Takes a lease and keeps it.
 *
 * @throws ProblemError CONNECTION_BUSY, with who has it, where another host does
 */
export async function holdLease(
  { database, leases }: { database: HostDatabase; leases: Leases },
  name: string,
): Promise<Lease> {
  if (!(await database.write(() => leases.take(name)))) throw busy(leases.findHolder(name));
  const lost = new AbortController();
  const timer = setInterval(() => {
    database
      .write(() => leases.take(name))
      .then(
        (isHeld) => {
          if (!isHeld) lost.abort(takenOver());
        },
        // The next renewal may succeed; the lease lasts longer than one.
        () => undefined,
      );
  }, LEASE_MS / 3).unref();
  return {
    signal: lost.signal,
    release: async () => {
      clearInterval(timer);
      await database.write(() => leases.release(name));
    },
  };
}

function busy(holder: LeaseHolder | undefined): ProblemError {
  const who =
    holder === undefined ? '' : `: process ${holder.pid}, since ${new Date(holder.since).toISOString()}`;
  return new ProblemError({
    code: 'CONNECTION_BUSY',
    message: `Another sync of this connection is under way${who}.`,
  });
}

function takenOver(): ProblemError {
  return new ProblemError({
    code: 'CONNECTION_BUSY',
    message: 'This host was silent for so long that another one has taken over.',
  });
}
