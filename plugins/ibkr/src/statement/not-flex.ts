import { ProblemError } from '@bourse/sdk';

const REMEDY =
  'In the Client Portal create an Activity Flex Query with the format XML, run it, and give its statement.';

/** A file that is no Flex document. */
export function notFlex(message: string): ProblemError {
  return new ProblemError({ code: 'UNSUPPORTED_FORMAT', message, remedy: REMEDY });
}

/** A file without any element, told by how it begins. */
export function nameOtherFile(head: string): ProblemError {
  if (head.trim() === '') return notFlex('The file is empty.');
  if (/^"?(Statement|BOF)"?,/m.test(head))
    return notFlex(
      'The file is an activity statement or Flex query as CSV; only the XML of a Flex query is read.',
    );
  if (/\b(CurrencyPrimary|ClientAccountID)\b/.test(head))
    return notFlex('The file is a Flex query as CSV; only the XML of a Flex query is read.');
  return notFlex('The file is no Flex statement.');
}
