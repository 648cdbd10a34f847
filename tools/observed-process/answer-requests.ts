import type { Envelope, Reply } from './messages.ts';

/** The inner end of an observed process: answers what is asked over the IPC channel, each in its own time. */
export function answerRequests<Request>(answer: (request: Request) => Promise<unknown>): void {
  process.on('message', (message) => {
    const { number, request } = message as Envelope<Request>;
    const reply = (content: Omit<Reply, 'number'>): void => void process.send?.({ number, ...content });
    answer(request).then(
      (value) => reply({ value }),
      (error: unknown) => reply({ error: String(error) }),
    );
  });
}
