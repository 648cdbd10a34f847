import { dial, LOOPBACK, showCertificate, type OpenTcp, type ShownCertificate } from '../address/index.js';
import { localFailure } from './failure.js';

/**
 * Shakes hands with the program that listens on a port of this machine, and sends it nothing.
 *
 * @throws ProblemError UNAVAILABLE where nobody listens there, or something that speaks no TLS
 */
export async function readCertificate(port: number, open?: OpenTcp): Promise<ShownCertificate> {
  const shown: ShownCertificate[] = [];
  const tls = {
    name: 'localhost',
    judge: (certificate: Parameters<typeof showCertificate>[0]) =>
      void shown.push(showCertificate(certificate)),
  };
  try {
    (await dial({ addresses: LOOPBACK, port, tls }, open)).destroy();
  } catch (error) {
    throw localFailure(error, port);
  }
  const [certificate] = shown;
  if (certificate === undefined) throw new Error('A connection was made without a certificate.');
  return certificate;
}
