import { expect, test } from '@jest/globals';
import { statementUrl } from './statement-url.js';
import { readWebAnswer } from './web-answer.js';

// The published examples of the documentation.
test('an answer says where the statement will be', () => {
  expect(
    readWebAnswer(`<FlexStatementResponse timestamp='28 August, 2012 10:37 AM EDT'>
<Status>Success</Status>
<ReferenceCode>1234567890</ReferenceCode>
<Url>https://gdcdyn.interactivebrokers.com/AccountManagement/FlexWebService/GetStatement?a=1&amp;b=2</Url>
</FlexStatementResponse>`),
  ).toEqual({
    status: 'Success',
    referenceCode: '1234567890',
    url: 'https://gdcdyn.interactivebrokers.com/AccountManagement/FlexWebService/GetStatement?a=1&b=2',
  });
});

test('an error has a code and a message', () => {
  expect(
    readWebAnswer(`<FlexStatementResponse timestamp='28 August, 2012 10:37 AM EDT'>
<Status>Fail</Status><ErrorCode>1012</ErrorCode><ErrorMessage>Token has expired.</ErrorMessage>
</FlexStatementResponse>`),
  ).toEqual({ status: 'Fail', code: '1012', message: 'Token has expired.' });
});

test.each([
  '',
  'busy',
  '<html><p>Closed</html>',
  '<FlexStatementResponse/>',
  '<a><Status>Success</Status></a>',
])('%j is no answer', (text) => {
  expect(readWebAnswer(text)).toBeUndefined();
});

test('a reference code cannot add to the address', () => {
  expect(statementUrl(undefined, '1&t=x')).toBe(
    'https://ndcdyn.interactivebrokers.com/AccountManagement/FlexWebService/GetStatement?q=1%26t%3Dx&v=3',
  );
});
