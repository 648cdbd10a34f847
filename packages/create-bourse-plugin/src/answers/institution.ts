import { Refusal } from '../refusal.js';

const MAX_LENGTH = 80;

/** The institution that an id stands for, unless somebody says it better: `acme-bank` is "Acme Bank". */
export function institutionFor(id: string): string {
  return id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}

/**
 * Checks the name of an institution, which stands in texts for people, and is part of the identity of records.
 * @throws Refusal
 */
export function checkInstitution(text: string): string {
  const name = text.trim();
  if (name.length > 0 && name.length <= MAX_LENGTH && /^[\p{L}\p{N}\p{M} .,&'()+-]+$/u.test(name))
    return name;
  throw new Refusal(
    'INSTITUTION_INVALID',
    `The institution cannot be named ${JSON.stringify(text.slice(0, MAX_LENGTH))}.`,
    `Take up to ${MAX_LENGTH} letters, digits, spaces and . , & ' ( ) + -, as the institution writes itself.`,
  );
}
