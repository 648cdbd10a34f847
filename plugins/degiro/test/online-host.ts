import { mockHost, type MockHost } from '@bourse/sdk/testing';
import { emulator } from '../emulator/index.js';
import type { RunningDegiro } from '../emulator/test-client.js';
import { plugin } from '../src/plugin.js';
import { TestWire } from './test-wire.js';

/** The plugin in a host of the test, with its emulator behind the wire. */
export class OnlineHost implements AsyncDisposable {
  readonly emulator: RunningDegiro;
  readonly wire: TestWire;
  readonly host: MockHost;

  private constructor(running: RunningDegiro, wire: TestWire, host: MockHost) {
    this.emulator = running;
    this.wire = wire;
    this.host = host;
  }

  static async start(): Promise<OnlineHost> {
    // The clock of the mock host is the one of the whole process.
    const running = await emulator.start({ clock: () => Date.now() });
    running.scenario.quotecast.heartbeatMilliseconds = 1;
    const wire = new TestWire(running);
    const connection = { id: 'degiro-1', name: 'DEGIRO' };
    const host = mockHost({
      plugin,
      institution: 'DEGIRO',
      connection,
      network: wire.script,
      storage: {},
      now: '2026-11-22T10:15:00Z',
    });
    await host.activate();
    return new OnlineHost(running, wire, host);
  }

  logIn(): Promise<unknown> {
    return this.host.call('authentication', 'logIn');
  }

  continueLogIn(method: 'TOTP' | 'IN_APP'): Promise<unknown> {
    return this.host.call('authentication', 'continueLogIn', { method });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.host.deactivate();
    await this.emulator.close();
  }
}
