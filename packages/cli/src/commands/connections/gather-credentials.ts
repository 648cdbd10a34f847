import { readFileSync } from 'node:fs';
import { printable, type AskedCredential } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { resolvePath } from '../../arguments/resolve-path.js';
import type { Session } from '../../host/session.js';
import { ask } from '../../output/ask.js';

/** The variable that holds credentials as JSON, for scripts. */
const CREDENTIALS_VARIABLE = 'BOURSE_CREDENTIALS';

/** How credentials are given. */
export interface CredentialSources {
  /** A JSON file with names and values. */
  readonly file: string | undefined;
  readonly asked: readonly AskedCredential[];
  /** Names that the connection has already; nothing typed leaves them as they are. */
  readonly known: readonly string[];
}

/**
 * Credentials from a file, from the environment, or from whoever sits at the terminal; never from the command line,
 * which other programs can read.
 */
export async function gatherCredentials(
  session: Session,
  { file, asked, known }: CredentialSources,
): Promise<Record<string, string>> {
  const { environment } = session;
  if (file !== undefined) return parse(readFile(resolvePath(file, environment.userFolder)), file);
  if (environment.credentials !== undefined) return parse(environment.credentials, CREDENTIALS_VARIABLE);
  const given: Record<string, string> = {};
  for (const credential of asked.filter(({ once }) => once !== true)) {
    const value = await askFor(session, credential, known.includes(credential.name));
    if (value !== undefined && value !== '') given[credential.name] = value;
  }
  return given;
}

async function askFor(
  { terminal, signal }: Session,
  { label, hint, secret, optional, form }: AskedCredential,
  isKnown: boolean,
): Promise<string | undefined> {
  const remark = isKnown ? ' (Enter: as before)' : optional === true ? ' (Enter: none)' : '';
  if (hint !== undefined && terminal.isInteractive)
    await terminal.writeErrorLines([terminal.errorStyle('quiet', printable(hint))]);
  const isHidden = secret === true;
  const first = await ask(`${printable(label)}${remark}:`, terminal, { signal, isHidden });
  if (form !== 'pem' || first === undefined || !first.startsWith('-----BEGIN')) return first;
  return readPem(first, () => ask('', terminal, { signal, isHidden }));
}

/** A key has many lines. */
async function readPem(first: string, next: () => Promise<string | undefined>): Promise<string> {
  const lines = [first];
  for (let line = await next(); line !== undefined; line = await next()) {
    lines.push(line);
    if (line.startsWith('-----END')) break;
  }
  return lines.join('\n');
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ProblemError(
      { code: 'INPUT_UNREADABLE', message: 'The file of credentials cannot be read.', place: { file: path } },
      { cause },
    );
  }
}

/** No message repeats what stands there. */
function parse(text: string, where: string): Record<string, string> {
  const wrong = new ProblemError({
    code: 'CREDENTIAL_INVALID',
    message: `${where} has to be a JSON object of names and texts.`,
    remedy: 'Write it as in {"apiKey": "…", "apiSecret": "…"}.',
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw wrong;
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw wrong;
  return Object.fromEntries(
    Object.entries(content).map(([name, value]: [string, unknown]) => {
      if (typeof value !== 'string') throw wrong;
      return [name, value];
    }),
  );
}
