import { hash } from 'node:crypto';
import { join } from 'node:path';
import { CassetteRecorder, playCassette, PluginManager, type Cassette } from '@bourse/core';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { CheckClock } from './check-clock.js';
import { EmulatedHost, type Network } from './emulated-host.js';
import { asking, takeTour, type Answered } from './tour.js';
import type { Question } from './question.js';

/** What a plugin was asked, and what it asked the network for meanwhile. */
export interface RecordedTour {
  readonly questions: readonly Question[];
  readonly cassette: Cassette;
  /** The hash of everything that the plugin answered. */
  readonly answers: string;
}

/** A connection's way to the network, with a recorder before it. */
class RecordedWay {
  open: ReturnType<PluginManager['connections']['networkOf']>;
  recorder: CassetteRecorder | undefined;
  host: EmulatedHost | undefined;

  readonly of: Network = (plugin) => {
    if (this.host === undefined) return undefined;
    const { manager, connection, clock } = this.host;
    this.open = manager.connections.networkOf(plugin, connection);
    if (this.open === undefined) return undefined;
    const recorded = { id: plugin.id, version: plugin.manifest.version };
    this.recorder ??= new CassetteRecorder({ plugin: recorded, network: this.open, now: clock.now });
    return this.recorder;
  };
}

/** Records a tour with the emulator. */
export async function recordTour(plugin: CheckedPlugin): Promise<RecordedTour> {
  const way = new RecordedWay();
  await using host = await EmulatedHost.start(plugin, { network: way.of });
  way.host = host;
  const { manager, pluginId: id, clock } = host;
  // Its network is known once it runs.
  await manager.switch.load(id);
  const questions: Question[] = [];
  const answers: Answered[] = [];
  const asked = asking(async (service, method, request) => {
    const work = (): Promise<unknown> => manager.call(id, service, method, request);
    const isLogin = service === 'authentication';
    return way.open === undefined ? work() : way.open.during({ isLogin, priority: 'interactive' }, work);
  });
  const ask = async (question: Question): Promise<Answered> => {
    questions.push(question);
    const answer = await asked(question);
    answers.push(answer);
    return answer;
  };
  const { services } = manager.info(id);
  if (services.includes('authentication'))
    await ask({ service: 'authentication', method: 'logIn', request: {} });
  await takeTour(services, ask, clock.now());
  if (way.recorder === undefined) throw new Error('The plugin has no network');
  return { questions, cassette: way.recorder.toCassette(), answers: hashOf(answers) };
}

/**
 * The hash of everything that the plugin answers when the tour is played again.
 *
 * @throws ProblemError CASSETTE_MISMATCH where it asks for something else, or for less
 */
export async function replayTour(
  plugin: CheckedPlugin,
  { questions, cassette }: RecordedTour,
  home: string,
): Promise<string> {
  const player = playCassette(cassette);
  const { folder } = await plugin.built();
  const { id } = await plugin.manifest();
  const manager = new PluginManager({
    home: plugin.workFolder(home),
    folders: [join(folder, '..')],
    vault: { keychain: false },
    now: new CheckClock().now,
    network: () => player,
  });
  try {
    await manager.installer.approve(id);
    const ask = asking((service, method, request) => manager.call(id, service, method, request));
    const answers: Answered[] = [];
    for (const question of questions) answers.push(await ask(question));
    player.finish();
    return hashOf(answers);
  } finally {
    await manager.close();
  }
}

function hashOf(answers: readonly Answered[]): string {
  return hash('sha256', JSON.stringify(answers.map(tellAnswer)));
}

function tellAnswer({ service, method, answer, problem }: Answered): unknown {
  return { service, method, answer, problem: problem && [problem.code, problem.message] };
}
