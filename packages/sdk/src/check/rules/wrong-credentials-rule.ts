import type { CredentialDeclaration } from '@bourse/core/interfaces';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import type { QualityRule, Shortcoming } from '../quality-rule.js';
import { askMain, fullSetup } from '../trial/bad-day.js';
import { EmulatedHost } from '../trial/emulated-host.js';
import { wrongLike } from '../trial/wrong-value.js';

/** What the host takes for a refusal and does not try again; the last is its own, where a recipe can do nothing with it. */
const REFUSED = ['AUTH_INVALID', 'AUTH_LOCKED', 'AUTH_CAPTCHA', 'CREDENTIAL_INVALID'];

/** Each secret is given wrong; where a plugin has none, each other credential. */
export const wrongCredentialsRule: QualityRule = {
  code: 'BQ206',
  level: 'gold',
  title: 'wrong credentials are told as such, and are never tried again',
  remedy: 'Answer a refused login with AUTH_INVALID, and do not ask again by yourself.',
  needs: 'emulator',
  after: ['BQ109', 'BQ110', 'BQ112'],
  exempts: async (plugin) =>
    (await falsifiable(plugin)).length === 0 ? 'plugin.json has no "credentials" that are kept' : undefined,
  check: async (plugin) => {
    const right = await rightValues(plugin);
    const trials = [];
    for (const [name, { form = 'text' }] of await falsifiable(plugin)) {
      const wrong = wrongLike(right[name] ?? '', form);
      if (wrong !== undefined && wrong !== right[name]) trials.push(await giveWrong(plugin, name, wrong));
    }
    const noticed = trials.filter((shortcomings) => shortcomings !== undefined);
    return noticed.length > 0 ? noticed.flat() : [NEVER_NOTICED];
  },
};

const NEVER_NOTICED: Shortcoming = {
  place: 'emulator/index.ts',
  message: 'Whatever credentials are given, it answers as always.',
  remedy: 'Give the emulator credentials of its own, and let it refuse others as the institution does.',
};

type Named = readonly [name: string, declaration: CredentialDeclaration];

async function falsifiable(plugin: CheckedPlugin): Promise<Named[]> {
  const { credentials = {} } = await plugin.manifest();
  const kept = Object.entries(credentials).filter(([, { once }]) => once !== true);
  const secrets = kept.filter(([, { secret }]) => secret === true);
  return secrets.length > 0 ? secrets : kept;
}

async function rightValues(plugin: CheckedPlugin): Promise<Readonly<Record<string, string>>> {
  await using host = await EmulatedHost.start(plugin);
  return host.running.credentials;
}

/** Asks twice with a wrong value, and looks how often the institution saw it; undefined where nobody needed it. */
async function giveWrong(
  plugin: CheckedPlugin,
  name: string,
  wrong: string,
): Promise<Shortcoming[] | undefined> {
  await using host = await EmulatedHost.start(plugin, {
    ...(await fullSetup(plugin)),
    credentials: { [name]: wrong },
  });
  const place = `a wrong ${name}`;
  const codes = (await askMain(host)).flatMap(({ problem }) => problem?.code ?? []);
  const { journal } = host.running;
  const refusals = journal.entries.filter(({ verdict }) => verdict.signature === 'invalid').length;
  if (codes.length === 0 && refusals === 0) return undefined;
  const asked = journal.entries.length;
  await askMain(host);
  return [
    ...(codes.some((code) => REFUSED.includes(code))
      ? []
      : [{ place, message: `It is told as ${codes.join(', ') || 'nothing'}.` }]),
    ...(refusals > 1 ? [{ place, message: `The institution was asked ${refusals} times with it.` }] : []),
    ...(journal.entries.length > asked ? [{ place, message: 'The next sync tries it again.' }] : []),
  ];
}
