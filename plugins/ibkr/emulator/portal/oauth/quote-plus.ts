/** As Python's `quote_plus`: only letters, digits and `_.-~` stay, a space becomes `+`. */
export function quotePlus(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** @throws URIError for what is no such text */
export function unquotePlus(text: string): string {
  return decodeURIComponent(text.replaceAll('+', '%20'));
}
