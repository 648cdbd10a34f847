import { JsonText, JsonTextError } from './json-text.js';

/**
 * Puts a new member into an object of a JSON text and leaves every other byte as it is.
 *
 * @param value The member as JSON text.
 * @throws JsonTextError where the object is not there, is an array, or has the member already
 */
export function placeMember(text: string, tokens: readonly string[], value: string): string {
  const key = tokens.at(-1);
  const object = new JsonText(text).container(tokens.slice(0, -1));
  if (key === undefined || object === undefined || object.kind !== 'object')
    throw new JsonTextError('There is no object to put the member into.');
  if (object.members.has(key)) throw new JsonTextError('The member is there already.');
  const end = object.end - 1;
  const comma = object.members.size === 0 ? '' : ',';
  return `${text.slice(0, end)}${comma}${JSON.stringify(key)}:${value}${text.slice(end)}`;
}
