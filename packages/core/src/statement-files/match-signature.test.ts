import { describe, expect, test } from '@jest/globals';
import type { StatementSignature } from '../interfaces/index.js';
import { matchSignatures } from './match-signature.js';

const signature = (format: string, headerTokens: string[], extension = 'csv'): StatementSignature => ({
  format,
  extension,
  headerTokens,
  maxBytes: 1_000,
});
const SIGNATURES = [
  signature('acme-csv', ['Date', 'Amount']),
  signature('acme-long-csv', ['Date', 'Amount', 'Booking text']),
  signature('acme-xml', ['<AcmeStatement', 'version="2"'], 'xml'),
];

const bytes = (text: string) => new TextEncoder().encode(text);
const formats = (name: string, head: Uint8Array) =>
  matchSignatures(SIGNATURES, { name, head }).map(({ format }) => format);

describe('a signature', () => {
  test.each([
    ['commas', 'Date,Amount\n2024-03-01,1\n'],
    ['semicolons and quotes', '"Date" ; "Amount"\n'],
    ['tabs', 'Amount\tDate\n'],
    ['lines above the header', 'Account 7\n\nDate,Amount\n'],
    ['line ends of another system', 'Account 7\rDate,Amount\r'],
    ['a byte order mark', '\ufeffDate,Amount\n'],
  ])('matches a header with %s', (_, text) => {
    expect(formats('march.csv', bytes(text))).toEqual(['acme-csv']);
  });

  test('matches text in UTF-16 by its byte order mark', () => {
    expect(formats('march.csv', new Uint8Array(Buffer.from('\ufeffDate;Amount\n', 'utf16le')))).toEqual([
      'acme-csv',
    ]);
    expect(
      formats('march.csv', new Uint8Array(Buffer.from('\ufeffDate;Amount\n', 'utf16le').swap16())),
    ).toEqual(['acme-csv']);
  });

  test.each([
    ['tokens in two lines', 'Date\nAmount\n'],
    ['a token inside a cell', 'Value Date,Amount\n'],
    ['another case', 'date,amount\n'],
    ['nothing', ''],
    ['binary content', '\u0000\u0001\u0002'],
  ])('does not match %s', (_, text) => {
    expect(formats('march.csv', bytes(text))).toEqual([]);
  });

  test('with more tokens comes first', () => {
    expect(formats('march.csv', bytes('Date,Amount,Booking text\n'))).toEqual(['acme-long-csv', 'acme-csv']);
  });

  test('of another kind of file looks for its tokens anywhere in the head', () => {
    expect(formats('march.XML', bytes('<?xml version="1.0"?>\n<AcmeStatement\n  version="2">'))).toEqual([
      'acme-xml',
    ]);
    expect(formats('march.txt', bytes('<AcmeStatement version="2">'))).toEqual([]);
  });
});
