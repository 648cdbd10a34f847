import { expect, test } from '@jest/globals';
import { checkHeaders } from './check-headers.js';

const code = expect.objectContaining({ code: 'INVALID_REQUEST' });

test.each([
  'X-HTTP-Method',
  'x_http_method',
  'x.http.method',
  'x!http!method',
  'X_Forwarded.For',
  'Range',
  'Accept-Charset',
])('%s is written by the host alone', (name) => {
  expect(() => checkHeaders([[name, 'DELETE']])).toThrow(code);
});

test.each([
  'application/x-www-form-urlencoded;charset=UTF-8',
  'text/plain; charset="us-ascii"; format=flowed',
  'text/xml; charset=iso-8859-15',
  'text/csv; charset=windows-1252',
  'application/json',
])('a body may be said to be %s', (type) => {
  expect(() => checkHeaders([['content-type', type]])).not.toThrow();
});

test.each([
  'application/x-www-form-urlencoded;charset=ibm037',
  'application/json; charset=utf-16',
  'application/json; charset=utf-7',
  'application/json; charset=utf-8; charset=utf-16',
  `application/json; charset*=utf-16''`,
  'application/json; charset = utf-16',
  'application/json; charset=utf-8-but-not-really',
])('a body may not be said to be %s', (type) => {
  expect(() => checkHeaders([['Content-Type', type]])).toThrow(code);
});

test.each(['text/csv; charset=utf-8, application/json;q=0.5', 'application/json', '*/*'])(
  'an answer may be wanted as %s',
  (type) => {
    expect(() => checkHeaders([['Accept', type]])).not.toThrow();
  },
);

test.each(['application/json;charset=UTF-16', 'text/csv; charset=utf-8, text/csv; charset=ibm037'])(
  'an answer may not be wanted as %s, where no secret would be found in it',
  (type) => {
    expect(() => checkHeaders([['Accept', type]])).toThrow(code);
  },
);
