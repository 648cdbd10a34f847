import type { ProblemError } from '../../interfaces/problems/problem-error.js';
import { PROTOCOL_VERSION, type GuestMessage, type OfferedServices } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { toProblemError } from './guest-failure.js';
import { Step } from './step.js';

export type StepMessage = GuestMessage & {
  type: 'ready' | 'ack' | 'loaded' | 'activated' | 'deactivated' | 'failed';
};

/** The steps of a cell's life, as far as the guest reports them. */
export class Steps {
  readonly ready = new Step('ready');
  readonly load = new Step('loaded');
  readonly activate = new Step<OfferedServices>('activated');
  readonly deactivate = new Step('deactivated');

  handle(message: StepMessage): void {
    switch (message.type) {
      case 'ready':
        if (message.protocol !== PROTOCOL_VERSION) {
          throw new ProtocolViolation(`protocol version ${message.protocol}`);
        }
        return this.ready.finish(undefined);
      case 'ack':
        return this[message.step].acknowledge();
      case 'loaded':
        return this.load.finish(undefined);
      case 'activated':
        return this.activate.finish(message.services);
      case 'deactivated':
        return this.deactivate.finish(undefined);
      case 'failed':
        return this.#running().refuse(toProblemError(message));
    }
  }

  /** The cell is gone: whoever waits for a step learns why. */
  fail(problem: ProblemError): void {
    for (const step of [this.ready, this.load, this.activate, this.deactivate]) step.fail(problem);
  }

  #running(): Pick<Step, 'refuse'> {
    const running = [this.load, this.activate, this.deactivate].find((step) => step.running);
    if (running === undefined) throw new ProtocolViolation('a failure of nothing');
    return running;
  }
}
