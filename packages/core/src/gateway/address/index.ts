export { AddressBook } from './address-book.js';
export { dial, openTcp, type OpenTcp, type Route } from './dial.js';
export { isPublicAddress } from './public-address.js';
export { resolveBySystem, type Resolve } from './resolve.js';
