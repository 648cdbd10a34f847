/** The other side said something that the protocol does not allow at this point. */
export class ProtocolViolation extends Error {
  constructor(what: string) {
    super(`protocol violation: ${what}`);
    this.name = 'ProtocolViolation';
  }
}
