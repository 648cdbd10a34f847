import { existsSync, readFileSync } from 'node:fs';
import { listFiles, sizeOf } from './size-of.ts';
import type { Watch } from './watch.ts';

/** Kinds of harm that several attacks are after, each seen from outside. */

/** The secret of the user, or another text that the plugin cannot know, has come out of the cell. */
export function leaks(watch: Watch, text = watch.scene.secret): string | undefined {
  return JSON.stringify(watch.outcome ?? '').includes(JSON.stringify(text).slice(1, -1))
    ? `the host was handed "${text.slice(0, 40)}", which the plugin cannot know`
    : undefined;
}

/** The plugin knows the number of its own process, which only the system could tell it. */
export function leaksPid(watch: Watch): string | undefined {
  const text = JSON.stringify(watch.answer ?? '');
  const pid = watch.cellsSeen.find((each) => text.includes(`pid ${each} `));
  return pid === undefined ? undefined : `the plugin knows that it is process ${pid}`;
}

export function wrote(path: string): string | undefined {
  return existsSync(path) ? `there is a file ${path.split('/').at(-1)}` : undefined;
}

export function damagedCanary({ scene }: Watch): string | undefined {
  const intact =
    existsSync(scene.canary) && readFileSync(scene.canary, 'utf8') === `canary ${scene.secret}\n`;
  return intact ? undefined : 'the file of the user is not what it was';
}

export function connected({ listeners }: Watch): string | undefined {
  const { connections, packets } = listeners;
  return connections + packets === 0 ? undefined : `${connections} connections, ${packets} datagrams arrived`;
}

export function hostEnded({ host }: Watch): string | undefined {
  return host.end === undefined ? undefined : `the host ended: ${host.end}`;
}

/** The call is still open, long after the deadline. */
export function stillOpenAfter(watch: Watch, milliseconds: number): string | undefined {
  return watch.outcome === undefined && watch.elapsedMs > milliseconds
    ? `the caller still waits after ${Math.round(watch.elapsedMs)} ms`
    : undefined;
}

/** The host made use of what it was given. */
export function taken(watch: Watch, isBad: (answer: unknown) => boolean): string | undefined {
  const { answer } = watch;
  return answer !== undefined && isBad(answer) ? 'the host took the answer' : undefined;
}

/** Milliseconds that a process may take to be gone. */
const DYING_MS = 500;

/** The cell lives on although it broke the protocol. Needs {@link Attack.settleMs} of a second. */
export function livesOn({ sinceOutcomeMs, cells: [cell] }: Watch): string | undefined {
  return sinceOutcomeMs > DYING_MS && cell !== undefined
    ? `process ${cell.pid} lives on after what it sent`
    : undefined;
}

export async function polluted(watch: Watch): Promise<string | undefined> {
  const keys = watch.outcome === undefined ? [] : await watch.prototypes();
  return keys.length === 0 ? undefined : `${keys.join(', ')} in the host`;
}

/** Characters that a terminal obeys, or that turn or hide text. Line ends belong to the command itself. */
const OBEYED = /[^\n\P{C}]|[\p{Zl}\p{Zp}]|\p{Default_Ignorable_Code_Point}/u;

/** What was printed moves a cursor, turns a direction or hides something. */
function deceives(printed: string): string | undefined {
  const character = OBEYED.exec(printed)?.[0];
  return character === undefined
    ? undefined
    : `the terminal got U+${character.codePointAt(0)?.toString(16).padStart(4, '0')}`;
}

/** The plugin has got hold of a function of Node itself: it answers with its source text, of which the observer has the same. */
export function isOfRuntime({ answer }: Watch, original: unknown): string | undefined {
  const source = String(original).replaceAll(/\s+/g, ' ').slice(0, 200);
  return JSON.stringify(answer ?? '').includes(JSON.stringify(source).slice(1, -1))
    ? `the plugin holds the runtime's own "${source.slice(0, 40)}…"`
    : undefined;
}

const MEBIBYTE = 1024 * 1024;

/** Disk that the data folder of a host may take after one attack, in bytes. */
const HOME_LIMIT = 64 * MEBIBYTE;

export function homeGrown({ scene }: Watch): string | undefined {
  const bytes = sizeOf(scene.home);
  return bytes > HOME_LIMIT ? `the data folder has ${Math.round(bytes / MEBIBYTE)} MB` : undefined;
}

/** Time of a processor that one call may cost the host, in milliseconds. */
const BUSY_MS = 500;

export function hostBusy({ hostCpuMs }: Watch): string | undefined {
  return hostCpuMs > BUSY_MS ? `the host has computed for ${hostCpuMs} ms` : undefined;
}

/** More than the limit of a cell, and more than it can take between two looks at it, in bytes. */
const MUCH_MEMORY = 400 * MEBIBYTE;

export function tookMuchMemory({ mostCellRss }: Watch): string | undefined {
  return mostCellRss > MUCH_MEMORY ? `the plugin has ${Math.round(mostCellRss / MEBIBYTE)} MB` : undefined;
}

/** What the command prints once the attack is over. */
export async function deceivesOn(watch: Watch, ...args: string[]): Promise<string | undefined> {
  return watch.outcome === undefined ? undefined : deceives(await watch.bourse(...args));
}

/** The caller was answered by somebody else than the one who was approved. */
export function answeredBy({ answer }: Watch, name: string): string | undefined {
  return JSON.stringify(answer ?? '').includes(`"${name}"`)
    ? `the call was answered by "${name}"`
    : undefined;
}

/** A plugin is offered for approval that is none. */
export function listedAs({ answer }: Watch, entry: string): string | undefined {
  return Array.isArray(answer) && answer.includes(entry) ? `the user is offered "${entry}"` : undefined;
}

/** The secret of the user has come into the data folder of the host. */
export function storedSecret({ scene }: Watch): string | undefined {
  return listFiles(scene.home).some((path) => readFileSync(path).includes(scene.secret))
    ? 'the secret stands in the data folder'
    : undefined;
}
