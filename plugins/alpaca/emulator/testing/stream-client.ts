/** A WebSocket whose messages are waited for one by one. */
export interface StreamClient {
  /** Text goes as it is, anything else as JSON. */
  send(message: unknown): void;
  /** The next message, as JSON. */
  next(): Promise<unknown>;
  close(): void;
}

/** Opens a WebSocket with headers of its own, which only Node's takes. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<StreamClient> {
  const options: unknown = { headers };
  const socket = new WebSocket(url, options as string[]);
  socket.binaryType = 'arraybuffer';
  const messages: unknown[] = [];
  let wake = (): void => undefined;
  socket.addEventListener('message', ({ data }) => {
    messages.push(JSON.parse(data instanceof ArrayBuffer ? new TextDecoder().decode(data) : String(data)));
    wake();
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  return {
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: async () => {
      while (messages.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return messages.shift();
    },
    close: () => socket.close(),
  };
}
