import { ProblemError } from '@bourse/sdk';

/** Makes one request. The host adds the token, which the plugin never has. */
export async function askService(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal, headers: { accept: 'application/xml, text/xml' } });
  if (response.ok) return response;
  await response.body?.cancel();
  throw new ProblemError({
    code: response.status === 429 ? 'RATE_LIMITED' : 'UNAVAILABLE',
    message: `The Flex web service answered with the status ${response.status}.`,
  });
}

/** What a service answers that is neither a statement nor an error of its own. */
export function unreadable(text: string): ProblemError {
  if (/<html|<!doctype html/i.test(text))
    return new ProblemError({
      code: 'MAINTENANCE',
      message: 'The Flex web service answered with a web page, as it does while it is closed.',
    });
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: 'The Flex web service answered neither with a statement nor with an error.',
  });
}
