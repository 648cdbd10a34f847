import { ProblemError, type CalendarDate } from '@bourse/sdk';
import { strFromU8, unzipSync } from 'fflate';
import { malformed, type RateDay } from './read/rate-day.js';
import { readCsvDays } from './read/read-csv.js';
import { readXmlDays } from './read/read-xml.js';
import type { EcbSettings } from './settings.js';

const FOLDER = 'https://www.ecb.europa.eu/stats/eurofxref';

/** Of the 90 days of the shorter history some may be missing at its beginning. */
const SHORT_HISTORY_DAYS = 80;

/** The most bytes that a compressed file may have once it is decompressed. */
const MAX_BYTES = 32 * 1024 * 1024;

/** The files of each format: the last day, about three months (XML alone), everything since 1999. */
const FILES = {
  csv: { day: 'eurofxref.zip', quarter: 'eurofxref-hist-90d.xml', all: 'eurofxref-hist.zip' },
  xml: { day: 'eurofxref-daily.xml', quarter: 'eurofxref-hist-90d.xml', all: 'eurofxref-hist.xml' },
} as const;

/** The smallest file that has all days from one on. */
export function fileFor(
  since: CalendarDate | undefined,
  today: CalendarDate,
  format: EcbSettings['format'],
): string {
  const files = FILES[format];
  if (since === undefined) return files.all;
  if (since >= today) return files.day;
  const age = Temporal.PlainDate.from(since).until(today, { largestUnit: 'days' }).days;
  return age <= SHORT_HISTORY_DAYS ? files.quarter : files.all;
}

/** The days of a file, oldest first. */
export async function readFile(name: string): Promise<RateDay[]> {
  const bytes = await download(`${FOLDER}/${name}`);
  const days = name.endsWith('.zip') ? readCsvDays(unzip(bytes, name)) : readXmlDays(textOf(bytes));
  if (days.length === 0) throw malformed('it has no day.', name);
  return days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

async function download(url: string): Promise<Uint8Array> {
  const { status, bytes } = await ask(url);
  if (status === 429) throw problem('RATE_LIMITED', 'The European Central Bank got too many requests.');
  if (status === 404) throw problem('NOT_FOUND', `There is no file ${url}.`);
  if (status !== 200) throw problem('UNAVAILABLE', `The European Central Bank answered status ${status}.`);
  if (/^\s*<(!doctype )?html/i.test(textOf(bytes.subarray(0, 200)))) {
    throw problem('MAINTENANCE', 'The European Central Bank answered with a web page, not with rates.');
  }
  return bytes;
}

async function ask(url: string): Promise<{ status: number; bytes: Uint8Array }> {
  try {
    const response = await fetch(url);
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    // What the host refuses has a code of its own.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') throw error;
    throw new ProblemError(
      { code: 'UNAVAILABLE', message: 'The European Central Bank did not answer.' },
      { cause: error },
    );
  }
}

/** The one CSV file of an archive. */
function unzip(bytes: Uint8Array, name: string): string {
  try {
    const files = unzipSync(bytes, {
      filter: (file) => file.name.endsWith('.csv') && file.originalSize <= MAX_BYTES,
    });
    const [content] = Object.values(files);
    if (content !== undefined) return strFromU8(content);
  } catch {
    throw malformed('the archive is damaged.', name);
  }
  throw malformed('the archive has no CSV file.', name);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function problem(
  code: 'RATE_LIMITED' | 'NOT_FOUND' | 'UNAVAILABLE' | 'MAINTENANCE',
  message: string,
): ProblemError {
  return new ProblemError({ code, message });
}
