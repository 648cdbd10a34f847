import { readFileSync } from 'node:fs';
import { listFiles } from '../watch/size-of.ts';
import type { Watch } from '../watch/watch.ts';
import type { SeenRequest } from './online.ts';

/** Kinds of harm over the network, each as the institution or somebody else in it has seen it. */

/** A request arrived that should have been stopped. */
export function arrived(
  { bank }: Watch,
  what: string,
  isBad: (request: SeenRequest) => boolean,
): string | undefined {
  const bad = bank.seen.find(isBad);
  return bad === undefined ? undefined : `the institution got ${what}: ${bad.method} ${bad.url.slice(0, 60)}`;
}

/** What the institution carries out as an order, in the way of a server that is careless about spellings. */
export function ordered(watch: Watch): string | undefined {
  return arrived(watch, 'an order', ({ method, url }) => method !== 'GET' && /\/orders/i.test(careless(url)));
}

/** A frame arrived that should have been stopped. */
export function framed({ bank }: Watch, what: string, isBad: (frame: string) => boolean): string | undefined {
  const bad = bank.frames.find(isBad);
  return bad === undefined ? undefined : `the institution got ${what}: ${bad.slice(0, 60)}`;
}

/** A header arrived that a plugin must not write. */
export function headed(watch: Watch, name: string, value: string): string | undefined {
  return arrived(watch, `the header "${name}"`, ({ rawHeaders }) =>
    rawHeaders.some(
      (text, index) =>
        index % 2 === 0 && text.toLowerCase() === name && (rawHeaders[index + 1] ?? '').includes(value),
    ),
  );
}

/** Somebody else than the institution was connected to. */
export function reachedInside({ listeners }: Watch): string | undefined {
  return listeners.connections === 0
    ? undefined
    : `${listeners.connections} connections to an address that is not the institution's`;
}

/** Decodes what many a server decodes before it looks for a handler: escapes, twice, backslashes, steps and parameters. */
function careless(url: string): string {
  const [path = ''] = url.split('?');
  const decoded = decode(decode(path))
    .normalize('NFKC')
    .replaceAll('\\', '/')
    .replaceAll(/;[^/]*/g, '');
  return new URL(decoded.replaceAll(/\/{2,}/g, '/'), 'http://bank.example').pathname;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The plugin was given more of one answer than this, as the host's own audit says. */
export function answered(watch: Watch, bytes: number): string | undefined {
  const most = mostOf(watch, /"answerBytes":(\d+)/g);
  return most > bytes ? `the plugin was given ${most} bytes of one answer` : undefined;
}

/** The host took more from one socket than this, as its own audit says. */
export function tookIn(watch: Watch, bytes: number): string | undefined {
  const most = mostOf(watch, /"bytesIn":(\d+)/g);
  return most > bytes ? `the host took ${most} bytes from one socket` : undefined;
}

function mostOf({ scene }: Watch, pattern: RegExp): number {
  return listFiles(scene.home)
    .filter((path) => path.endsWith('.jsonl'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(pattern)])
    .reduce((largest, [, count]) => Math.max(largest, Number(count)), 0);
}
