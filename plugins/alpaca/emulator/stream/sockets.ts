import type { SocketRoute } from '@bourse/sdk/emulator';
import type { AlpacaScenario } from '../scenario/index.js';
import type { AlpacaState } from '../state.js';
import { BINARY, TEXT, codecFor } from './codec.js';
import { DataSession } from './data-session.js';
import { TradeSession } from './trade-session.js';

type AlpacaSocket = SocketRoute<AlpacaScenario, AlpacaState>;

/** @see https://docs.alpaca.markets/docs/real-time-stock-pricing-data */
export const dataStream: AlpacaSocket = {
  name: 'data stream',
  origin: 'wss://stream.data.alpaca.markets',
  path: '/v2/:feed',
  open: (connection, world) => {
    const session = new DataSession(connection, world, codecFor(connection.call.header('content-type')));
    session.open();
    return { message: (data) => session.receive(data), close: () => session.close() };
  },
};

/** Paper accounts get frames of bytes, others of text. @see https://docs.alpaca.markets/docs/websocket-streaming */
export const tradeStreams: readonly AlpacaSocket[] = [
  tradeStream('paper trade stream', 'wss://paper-api.alpaca.markets'),
  tradeStream('live trade stream', 'wss://api.alpaca.markets'),
];

function tradeStream(name: string, origin: string): AlpacaSocket {
  return {
    name,
    origin,
    path: '/stream',
    open: (connection, world) => {
      const session = new TradeSession(connection, world, name.startsWith('paper') ? BINARY : TEXT);
      return { message: (data) => session.receive(data), close: () => session.close() };
    },
  };
}
