// The process of a host under faults. It does what the observer asks for over the IPC channel, and nothing else.
import { PluginManager, type CellLimits } from '@bourse/core';
import { answerRequests } from '../../observed-process/answer-requests.ts';
import type { HostMemory, HostOptions, Outcome, Request } from './messages.ts';

/** Shorter and smaller than a user's, so that many faults fit into a run. */
const LIMITS: Partial<CellLimits> = {
  heapMegabytes: 64,
  rssMegabytes: 160,
  activateMs: 2_000,
  deactivateMs: 300,
  idleCpuMs: 1_000,
};

/** Cells are stopped by faults here, never by their being idle. */
const IDLE_MS = 3_600_000;

let manager: PluginManager | undefined;

// A write beyond the limit of a file's size must fail as on a full disk, and not end the process.
process.on('SIGXFSZ', () => undefined);

async function open({ home, plugins, guest, approved }: HostOptions): Promise<void> {
  manager = new PluginManager(
    { home, folders: [plugins], limits: LIMITS, idleMs: IDLE_MS },
    { guestPath: guest },
  );
  for (const id of approved) await manager.installer.approve(id);
}

async function call(host: PluginManager, request: Request & { ask: 'call' }): Promise<Outcome> {
  const { id, cursor, deadlineMs } = request;
  try {
    const options = deadlineMs === undefined ? {} : { deadlineMs };
    return { value: await host.call(id, 'account', 'listAccounts', { cursor }, options) };
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    return { code: String(code ?? 'none'), message: String(message ?? error).slice(0, 300) };
  }
}

function measureMemory(): HostMemory {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { live: heapUsed + external, rss };
}

async function answer(request: Request): Promise<unknown> {
  if (request.ask === 'open') return open(request.options);
  if (request.ask === 'memory') return measureMemory();
  if (manager === undefined) throw new Error('the host is not open');
  switch (request.ask) {
    case 'call':
      return call(manager, request);
    case 'load':
    case 'unload':
      return manager.switch[request.ask](request.id);
    case 'enable':
      return manager.switch.enable(request.id);
    case 'close':
      return manager.close();
  }
}

// Without its observer a host has nothing to do.
process.on('disconnect', () => process.exit());

answerRequests(answer);
