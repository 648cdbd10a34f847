import { mockHost, type MockHost, type RecordedRequest, type ScriptedAnswer } from '@bourse/sdk/testing';
import type { emulator } from '../emulator/index.js';
import { plugin } from '../src/plugin.js';

export type Running = Awaited<ReturnType<typeof emulator.start>>;

const realFetch = globalThis.fetch;

/** Does what the host does with a request: another address, and what plugin.json places into it. */
export function networkOf(running: Running): (request: RecordedRequest) => Promise<ScriptedAnswer> {
  return async ({ method, url }) => {
    const headers = {
      connection: 'close',
      //#if credentials
      'x-api-key': running.credentials.apiKey ?? '',
      //#end
    };
    const target = `${running.origins[url.origin] ?? ''}${url.pathname}${url.search}`;
    const answer = await realFetch(target, { method, headers });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    };
  };
}

/** The plugin in a host of the test, with the emulator behind its network. */
export function startHost(running: Running): MockHost {
  return mockHost({
    plugin,
    connection: { id: 'c1', name: 'main account' },
    network: networkOf(running),
    now: new Date(running.now()).toISOString(),
  });
}
