import { ProblemError, quoteCell } from '@bourse/sdk';

const SERVICE = '/AccountManagement/FlexWebService';

/** Where a statement is asked for. @see https://www.interactivebrokers.com/campus/ibkr-api-page/flex-web-service/ */
export const SEND_REQUEST = `https://ndcdyn.interactivebrokers.com${SERVICE}/SendRequest?v=3`;

/** The hosts that statements are fetched from; the second one is the former name of the first. */
const HOSTS: readonly string[] = ['ndcdyn.interactivebrokers.com', 'gdcdyn.interactivebrokers.com'];

/** Where a statement is fetched. The service names its own address, which is followed where it is one of those known. */
export function statementUrl(named: string | undefined, referenceCode: string): string {
  const url = URL.parse(named ?? `https://${HOSTS[0]}${SERVICE}/GetStatement`);
  const isKnown =
    url?.protocol === 'https:' && HOSTS.includes(url.host) && url.pathname === `${SERVICE}/GetStatement`;
  if (!isKnown)
    throw new ProblemError({
      code: 'MALFORMED_RESPONSE',
      message: `The Flex web service leads to an address that is not known: ${quoteCell(named ?? '')}.`,
    });
  return `https://${url.host}${url.pathname}?${String(new URLSearchParams({ q: referenceCode, v: '3' }))}`;
}
