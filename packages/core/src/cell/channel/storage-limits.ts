/** Characters of a key in the storage of a plugin. */
export const STORAGE_KEY_LENGTH = 256;

/** Operations on the storage that one cell may have open; a guest lets further ones wait. */
export const STORAGE_LIMIT = 32;
