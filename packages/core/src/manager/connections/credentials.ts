import { ProblemError, type CredentialDeclaration, type CredentialForm } from '../../interfaces/index.js';

/** Credentials by name, as the user gives them. */
export type GivenCredentials = Readonly<Record<string, string>>;

type Declarations = Readonly<Record<string, CredentialDeclaration>>;

/** The most characters of one credential; the longest are private keys. */
const MAX_LENGTH = 65_536;

const FORMS: Readonly<Record<CredentialForm, { readonly pattern: RegExp; readonly text: string }>> = {
  // eslint-disable-next-line no-control-regex -- a line break in a header is what must not be
  text: { pattern: /^[^\u0000-\u001f\u007f]+$/u, text: 'a text without line breaks' },
  base32: { pattern: /^[A-Za-z2-7 ]+=*$/, text: 'base32: letters and the digits 2 to 7' },
  base64: { pattern: /^[A-Za-z0-9+/_-]+={0,2}$/, text: 'base64' },
  hexadecimal: { pattern: /^(?:[0-9A-Fa-f]{2})+$/, text: 'hexadecimal digits' },
  pem: { pattern: /^-----BEGIN [A-Z ]+-----[\s\S]+-----END [A-Z ]+-----\s*$/, text: 'a PEM text' },
};

/**
 * Checks what the user gave against what the plugin declares. No message repeats what was given.
 *
 * @param known Names that were given before.
 * @throws ProblemError CREDENTIAL_MISSING, CREDENTIAL_INVALID
 */
export function checkCredentials(
  declarations: Declarations,
  given: GivenCredentials,
  known: readonly string[] = [],
): void {
  for (const [name, value] of Object.entries(given)) {
    const declaration = Object.hasOwn(declarations, name) ? declarations[name] : undefined;
    if (declaration === undefined || declaration.once === true) throw undeclared(name, declarations);
    const { pattern, text } = FORMS[declaration.form ?? 'text'];
    if (value.length > MAX_LENGTH || !pattern.test(value))
      throw new ProblemError({
        code: 'CREDENTIAL_INVALID',
        message: `"${declaration.label}" has to be ${text}.`,
        place: { path: name },
      });
  }
  for (const [name, { label, optional, once }] of Object.entries(declarations)) {
    if (optional === true || once === true || known.includes(name) || Object.hasOwn(given, name)) continue;
    throw new ProblemError({
      code: 'CREDENTIAL_MISSING',
      message: `"${label}" is missing.`,
      remedy: `Type it where "bourse connect" asks for it, or give it as "${name}" in the JSON of credentials.`,
      place: { path: name },
    });
  }
}

function undeclared(name: string, declarations: Declarations): ProblemError {
  const names = Object.keys(declarations).filter((each) => declarations[each]?.once !== true);
  return new ProblemError({
    code: 'CREDENTIAL_INVALID',
    message: `The plugin does not ask for "${name}".`,
    remedy: names.length === 0 ? 'It asks for nothing.' : `It asks for: ${names.join(', ')}.`,
  });
}
