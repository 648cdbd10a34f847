import { xml, type Answer } from '@bourse/sdk/emulator';
import { ERROR_MESSAGES, RETRYABLE, type FlexErrorCode } from './error-codes.js';
import { escapeXml } from './escape-xml.js';

/** `28 August, 2012 10:37 AM EDT`. */
const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  day: '2-digit',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: true,
  timeZoneName: 'short',
});

/** The answer to a query that was accepted. */
export function acceptQuery(referenceCode: string, url: string, now: number): Answer {
  return envelope(now, [
    ['Status', 'Success'],
    ['ReferenceCode', referenceCode],
    ['Url', url],
  ]);
}

/** The answer to a request that failed, which has the status 200 as well. */
export function refuse(code: FlexErrorCode, now: number): Answer {
  return envelope(now, [
    ['Status', RETRYABLE.has(code) ? 'Warn' : 'Fail'],
    ['ErrorCode', String(code)],
    ['ErrorMessage', ERROR_MESSAGES[code]],
  ]);
}

/** @param now Milliseconds since 1970. */
export function formatTimestamp(now: number): string {
  const parts = new Map(PARTS.formatToParts(now).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const time = `${part('hour')}:${part('minute')} ${part('dayPeriod')} ${part('timeZoneName')}`;
  return `${part('day')} ${part('month')}, ${part('year')} ${time}`;
}

function envelope(now: number, children: readonly (readonly [string, string])[]): Answer {
  const lines = children.map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`);
  return xml(
    [
      `<FlexStatementResponse timestamp="${formatTimestamp(now)}">`,
      ...lines,
      '</FlexStatementResponse>',
      '',
    ].join('\n'),
  );
}
