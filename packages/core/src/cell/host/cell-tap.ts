import type { GuestMessage, HostMessage } from '../channel/messages.js';

/** Sees everything that goes through a cell's channel, to keep evidence of it. Must not throw. */
export interface CellTap {
  sent(message: HostMessage): void;
  sentContent(callId: number, bytes: Uint8Array): void;
  /** `payload`: the message as it came, in JSON. */
  received(message: GuestMessage, payload: Buffer): void;
  usage(rssBytes: number): void;
}
