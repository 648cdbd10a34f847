// One host that syncs one connection, in a process of its own, whose memory is its alone: folder, origins and the name of
// the connection are its arguments.
import { join } from 'node:path';
import { openLedger, syncConnections } from '@bourse/portfolio';
import { OnlineHost } from './online-host.ts';

const [folder = '', origins = '{}', name = ''] = process.argv.slice(2);
const host = await OnlineHost.start(folder, {
  origins: JSON.parse(origins),
  certificateAuthority: undefined,
});
const id = await host.connect(name);
using ledger = openLedger(join(folder, 'ledger.db'));
const began = performance.now();
const [result] = await syncConnections([id], { connections: host.manager.connections, ledger });
const milliseconds = performance.now() - began;
const stored = result?.lists.find((list) => list.name === 'transactions')?.new;
process.send?.({
  milliseconds,
  stored,
  peak: process.resourceUsage().maxRSS * 1_024,
  problem: result?.problem,
});
await host.close();
process.disconnect?.();
