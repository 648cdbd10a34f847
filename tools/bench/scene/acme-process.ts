// The emulator in a process of its own, since the host must not do its work. Tells where it is, then answers each message
// with the arrivals since the last one.
import { acme } from './acme-emulator.ts';

const running = await acme.start({ tls: process.argv.includes('--tls') });
process.on('message', () => {
  running.journal.expectClean();
  running.journal.clear();
  process.send?.(running.state.arrivals.splice(0));
});
process.on('disconnect', () => process.exit());
process.send?.({ origins: running.origins, certificateAuthority: running.certificateAuthority });
