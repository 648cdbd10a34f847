/** Words that name a secret, alone or as two words in a row. */
const SECRET_WORDS = new Set([
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'passcode',
  'secret',
  'secrets',
  'token',
  'tokens',
  'bearer',
  'pin',
  'otp',
  'totp',
  'mnemonic',
  'credential',
  'credentials',
  'apikey',
  'api key',
  'access key',
  'private key',
  'signing key',
  'encryption key',
  'seed phrase',
  'session id',
  'recovery code',
  'pass phrase',
  'pass code',
  'pass word',
]);

/** Most names hold none of these words, so that they need not be taken apart. */
const HINT = new RegExp([...new Set([...SECRET_WORDS].map((words) => words.split(' ')[0]))].join('|'), 'i');

/** Tells whether a name (`apiKey`, `session_token`) or a title (`Your API key`) means a secret. */
export function looksSecret(name: string): boolean {
  if (!HINT.test(name)) return false;
  const words = wordsOf(name);
  return words.some(
    (word, index) => SECRET_WORDS.has(word) || SECRET_WORDS.has(`${word} ${words[index + 1] ?? ''}`),
  );
}

function wordsOf(name: string): readonly string[] {
  const spaced = name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return spaced.toLowerCase().match(/\p{L}+/gu) ?? [];
}
