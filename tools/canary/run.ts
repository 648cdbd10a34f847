// `npm run canary`: every flow of every provider with marked credentials, then a search for them wherever they must not
// be. Words after `--` choose providers; `--json` for machines.
import { loadEmulator } from '@bourse/sdk/emulator';
import { join } from 'node:path';
import { emulatorFiles } from '../emulator/plugin-emulators.ts';
import { readArguments } from '../read-arguments.ts';
import { ROOT } from '../root.ts';
import { runControl } from './control.ts';
import { CanaryHost } from './flows/canary-host.ts';
import { ProviderFlow } from './flows/provider-flow.ts';
import { searchPlaces } from './flows/search-places.ts';
import { nameOf, waysOf, type Way } from './flows/ways.ts';
import { isGood, type Place } from './report/place.ts';
import { formatPlaces } from './report/table.ts';

const { values, positionals } = readArguments({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});

if (process.platform !== 'linux') {
  process.stderr.write('Memory is read from /proc: npm run canary needs Linux.\n');
  process.exit(2);
}

const places: Place[] = await runControl();
const chosen = [...emulatorFiles(ROOT)].filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);
const missed: string[] = [];
// They wait for most of the time, each for its own institution.
const searched = chosen.flatMap(([name, file]) => waysOf(name).map((way) => search(name, file, way)));
places.push(...(await Promise.all(searched)).flat());

const bad = places.filter((place) => !isGood(place));
process.stdout.write(
  values.json
    ? `${JSON.stringify(places, null, 2)}\n`
    : `${formatPlaces(places)}\n\n${places.length} places, ${bad.length} of them not as they should be\n`,
);
for (const flow of missed) process.stderr.write(`✗ ${flow}\n`);
process.exitCode = bad.length > 0 || missed.length > 0 || chosen.length === 0 ? 1 : 0;

async function search(plugin: string, file: string, way: Way): Promise<Place[]> {
  const name = nameOf(plugin, way);
  const host = new CanaryHost([join(ROOT, 'plugins')]);
  try {
    await using flow = await ProviderFlow.start(host, await loadEmulator(file), way);
    await flow.run();
    process.stderr.write(
      `${name}: ${flow.done.length} flows came to their end, ${flow.canaries.length} canaries\n`,
    );
    missed.push(...flow.missed.map((each) => `${name}: ${each}`));
    return await searchPlaces(host, name, flow.canaries);
  } finally {
    await host.close();
    host.remove();
  }
}
