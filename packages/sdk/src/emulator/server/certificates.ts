import { generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** A server's certificate with its key, as PEM; both live in memory only. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate and the throw-away authority behind it. */
export interface Certificates extends Certificate {
  readonly authority: string;
}

interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

const DAY_MS = 86_400_000;
const DNS = 2;
const ADDRESS = 7;

let keyPair: Promise<KeyPair> | undefined;

/** Certificates for these host names, `localhost`, 127.0.0.1 and ::1. */
export async function makeCertificates(
  names: readonly string[],
  flaw?: 'expired' | 'otherName',
): Promise<Certificates> {
  // Making keys is slow; authorities of two runs differ in their names.
  keyPair ??= makeKeyPair();
  const keys = await keyPair;
  const issuer = nameOf(`Throw-away authority ${randomBytes(8).toString('hex')}`);
  const authority = blank(keys, { issuer, subject: issuer });
  authority.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ]);
  const server = blank(keys, { issuer, subject: nameOf('Emulator') });
  server.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: flaw === 'otherName' ? otherName() : alternativeNames(names) },
  ]);
  if (flaw === 'expired') server.validity.notAfter = new Date(Date.now() - DAY_MS);
  return { authority: signed(authority, keys), certificate: signed(server, keys), key: keys.privateKey };
}

/** A certificate that is its own authority, as programs on the user's machine make one; each is another one. */
export async function makeOwnCertificate(): Promise<Certificate> {
  keyPair ??= makeKeyPair();
  const keys = await keyPair;
  const own = nameOf('localhost');
  const certificate = blank(keys, { issuer: own, subject: own });
  certificate.setExtensions([{ name: 'subjectAltName', altNames: alternativeNames([]) }]);
  return { certificate: signed(certificate, keys), key: keys.privateKey };
}

async function makeKeyPair(): Promise<KeyPair> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
}

/** A certificate that is valid from two days ago, by the real time that clients go by, until tomorrow. */
function blank(
  { publicKey }: KeyPair,
  names: { readonly issuer: forge.pki.CertificateField[]; readonly subject: forge.pki.CertificateField[] },
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // A positive number.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(Date.now() - 2 * DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + DAY_MS);
  certificate.setIssuer(names.issuer);
  certificate.setSubject(names.subject);
  return certificate;
}

/** Signed by Node, which is faster at it than the library. */
function signed(certificate: forge.pki.Certificate, { privateKey }: KeyPair): string {
  const algorithm = forge.pki.oids.sha256WithRSAEncryption ?? '';
  certificate.signatureOid = algorithm;
  certificate.siginfo.algorithmOid = algorithm;
  // A certificate is a sequence of content, algorithm and signature.
  const [content] = [forge.pki.certificateToAsn1(certificate).value].flat();
  if (typeof content !== 'object') throw new TypeError('The library made no certificate');
  const bytes = Buffer.from(forge.asn1.toDer(content).getBytes(), 'latin1');
  certificate.signature = sign('sha256', bytes, privateKey).toString('latin1');
  return forge.pki.certificateToPem(certificate);
}

function nameOf(value: string): forge.pki.CertificateField[] {
  return [{ name: 'commonName', value }];
}

function alternativeNames(names: readonly string[]): object[] {
  return [
    ...new Set([...names, 'localhost']).values().map((value) => ({ type: DNS, value })),
    { type: ADDRESS, ip: '127.0.0.1' },
    { type: ADDRESS, ip: '::1' },
  ];
}

function otherName(): object[] {
  return [{ type: DNS, value: 'other.invalid' }];
}
