import type { Bar } from '@bourse/sdk';
import { Fields } from '../json/fields.js';
import { malformed, parseJson } from '../json/parse-json.js';

const ZONE = 'Europe/Amsterdam';
const RESOLUTION = 'P1D';
/** `callback({…});` */
const PADDING = /^\s*[\w$.]+\(([\s\S]*)\)\s*;?\s*$/;

/** The JSON of a chart, which may be wrapped into a call. */
export function readChart(text: string): Fields {
  return new Fields(parseJson(PADDING.exec(text)?.[1] ?? text));
}

/**
 * The bars of a chart, oldest first. Each entry names the day by how many days it is behind the first one, weekends
 * counted.
 *
 * @param perUnit What one unit of the prices is in their currency: a hundredth for pence.
 */
export function toBars(
  chart: Fields,
  { prices, volumes }: { prices: string; volumes: string },
  perUnit: number,
): Bar[] {
  const volumeByDay = new Map(entriesOf(chart, volumes).map(({ day, values: [volume] }) => [day, volume]));
  return entriesOf(chart, prices).map(({ day, values: [open = 0, high = 0, low = 0, close = 0] }) => {
    const volume = volumeByDay.get(day);
    return {
      start: startOf(day),
      open: open * perUnit,
      high: high * perUnit,
      low: low * perUnit,
      close: close * perUnit,
      ...(volume === undefined ? {} : { volume }),
    };
  });
}

interface Entry {
  readonly day: string;
  readonly values: readonly number[];
}

function entriesOf(chart: Fields, id: string): Entry[] {
  const series = chart.objects('series').find((one) => one.optionalText('id') === id);
  if (series?.has('data') !== true) return [];
  const [first = '', resolution] = series.text('times').split('/');
  if (resolution !== RESOLUTION)
    throw malformed('The chart has another resolution than was asked for.', '/series');
  const start = Temporal.PlainDate.from(first.slice(0, 10));
  return series.list('data').map((entry) => {
    const [offset, ...values] = Array.isArray(entry) ? entry.map(Number) : [];
    if (offset === undefined || ![offset, ...values].every(Number.isFinite)) {
      throw malformed('The chart has something else where prices must be.', '/series/data');
    }
    return { day: start.add({ days: offset }).toString(), values };
  });
}

function startOf(day: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(ZONE).toInstant().toString();
}
