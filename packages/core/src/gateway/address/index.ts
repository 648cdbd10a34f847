export { AddressBook } from './address-book.js';
export { certificateInvalid, fingerprintOf, showCertificate, type ShownCertificate } from './certificate.js';
export { dial, openTcp, type OpenTcp, type Route } from './dial.js';
export { LOOPBACK } from './loopback.js';
export { isPublicAddress } from './public-address.js';
export { resolveBySystem, type Resolve } from './resolve.js';
