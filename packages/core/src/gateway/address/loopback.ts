/** Where programs of this machine listen, in the order in which they are looked for. */
export const LOOPBACK: readonly string[] = ['127.0.0.1', '::1'];

export function isLoopback(address: string): boolean {
  return LOOPBACK.includes(address);
}
