import { strToU8, zipSync } from 'fflate';
import { COLUMNS, type PublishedDay } from './scenario.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export function renderXml(days: readonly PublishedDay[]): string {
  const cubes = days.map(({ date, rates }) => {
    const inner = Object.entries(rates).map(([code, rate]) => `<Cube currency='${code}' rate='${rate}'/>`);
    return `<Cube time='${date}'>\n${inner.join('\n')}</Cube>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">',
    '<gesmes:subject>Reference rates</gesmes:subject>',
    '<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>',
    `<Cube>${cubes.join('\n')}</Cube></gesmes:Envelope>`,
  ].join('\n');
}

/** The history: ISO dates, newest first, `N/A` for gaps, a comma at the end of each line. */
export function renderHistoryCsv(days: readonly PublishedDay[]): string {
  const lines = days.map(({ date, rates }) => [date, ...COLUMNS.map((code) => rates[code] ?? 'N/A')]);
  return [['Date', ...COLUMNS], ...lines].map((cells) => `${cells.join(',')},\n`).join('');
}

/** The last day: a space behind each comma, the date in words, only currencies that have a rate. */
export function renderDailyCsv({ date, rates }: PublishedDay): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const spoken = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  const lines = [
    ['Date', ...Object.keys(rates)],
    [spoken, ...Object.values(rates)],
  ];
  return lines.map((cells) => `${cells.join(', ')}, \n`).join('');
}

/** An archive with one file. */
export function zip(name: string, content: string): Uint8Array {
  return zipSync({ [name]: strToU8(content) }, { mtime: '1999-01-04T00:00:00Z' });
}
