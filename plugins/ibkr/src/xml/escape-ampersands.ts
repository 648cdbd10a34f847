/** The most characters of a reference such as `&quot;` or `&#x20AC;`. */
const REFERENCE_MAX_CHARACTERS = 34;

/** An ampersand that begins no reference. */
const BARE = /&(?!(?:[A-Za-z][\w.-]{0,31}|#\d{1,8}|#x[\dA-Fa-f]{1,7});)/g;

/**
 * Writes a bare `&` as `&amp;`, piece by piece. It can mean nothing else; the parser would take all up to the next
 * semicolon for the name of an entity.
 */
export class AmpersandEscaper {
  #held = '';

  /** @returns the text that is certain; the start of a reference waits for the next piece */
  escape(piece: string): string {
    const text = this.#held + piece;
    const last = text.lastIndexOf('&');
    if (last === -1) {
      this.#held = '';
      return text;
    }
    const isOpen = last > text.length - REFERENCE_MAX_CHARACTERS && !text.includes(';', last);
    this.#held = isOpen ? text.slice(last) : '';
    return (isOpen ? text.slice(0, last) : text).replace(BARE, '&amp;');
  }

  /** What waited for a piece that never came. */
  end(): string {
    const text = this.#held.replace(BARE, '&amp;');
    this.#held = '';
    return text;
  }
}
