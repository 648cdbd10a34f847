import canonicalize from 'canonicalize';

/** The text of a value after RFC 8785: the same for equal values, whatever the order of their members. */
export function canonicalJson(value: object): string {
  // Undefined only for what is no JSON value at all.
  return canonicalize(value) ?? '';
}
