const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json(?:\s*;\s*charset="?utf-8"?)?$/i;
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?$/i;

/** What a body is by its one content type; undefined for anything that is not plainly JSON or a form in UTF-8. */
export function mediaTypeOf(
  headers: readonly (readonly [name: string, value: string])[],
): 'json' | 'form' | undefined {
  const types = headers
    .filter(([name]) => name.toLowerCase() === 'content-type')
    .map(([, value]) => value.trim());
  const [type = ''] = types;
  if (types.length !== 1) return undefined;
  if (JSON_TYPE.test(type)) return 'json';
  return FORM_TYPE.test(type) ? 'form' : undefined;
}
