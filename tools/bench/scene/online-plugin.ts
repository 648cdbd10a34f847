import { API_ORIGIN, SOCKET_ORIGIN } from './acme-emulator.ts';
import { writePackage } from '../../security/scene/write-package.ts';

export const ONLINE = 'acme-online';

/**
 * The cursor of accounts says what is asked for: `/prices 200` asks two hundred times, one after the other. The name of the
 * connection says what trades there are: `50000 500 20` are so many, in pages of 500, each after 20 milliseconds.
 */
const SCRIPT = `
const get = async (path) => {
  const answer = await fetch('${API_ORIGIN}' + path);
  if (!answer.ok) throw new Error('answered with ' + answer.status);
  return answer;
};
const instrument = (symbol) => ({ kind: 'EQUITY', name: symbol, symbol, currency: 'EUR' });
async function* ticks(path) {
  const waiting = [];
  let wake = () => undefined;
  let isOver = false;
  const socket = new WebSocket('${SOCKET_ORIGIN}' + path);
  socket.onmessage = ({ data }) => { waiting.push(data); wake(); };
  socket.onclose = () => { isOver = true; wake(); };
  try {
    for (;;) {
      while (waiting.length > 0) {
        const { n, at } = JSON.parse(waiting.shift());
        yield { instrument: instrument('ACME'), last: String(n + 1), currency: 'EUR', at: new Date(at).toISOString(), delay: 'REALTIME' };
      }
      if (isOver) return;
      await new Promise((resolve) => { wake = resolve; });
    }
  } finally { socket.close(); }
}
const money = (cents) => (cents / 100).toFixed(2);
const toTransaction = ({ id, symbol, side, quantity, cents, at }) => {
  const gross = quantity * cents;
  return {
    accountId: 'A1', instrument: instrument(symbol), side, quantity: String(quantity), price: money(cents), currency: 'EUR',
    grossAmount: money(gross), charges: [], netAmount: { amount: money(side === 'BUY' ? -gross : gross), currency: 'EUR' },
    tradedAt: at, tradeDate: at.slice(0, 10), status: 'BOOKED', source: { recordId: id },
  };
};
module.exports = { default: { type: 'broker', activate: ({ connection }) => ({
  transaction: { listTransactions: async ({ cursor = '0' }) => {
    const [total, page, wait] = connection.name.split(' ').map(Number);
    const trades = await (await get('/trades?from=' + cursor + '&total=' + total + '&page=' + page + '&wait=' + wait)).json();
    const next = Number(cursor) + trades.length;
    return { items: trades.map(toTransaction), ...(next < total ? { cursor: String(next) } : {}) };
  } },
  account: { listAccounts: async ({ cursor }) => {
    if (cursor === undefined) return { items: [{ id: 'A1' }] };
    const [path, count] = cursor.split(' ');
    for (let asked = 0; asked < count; asked += 1) await (await get(path)).arrayBuffer();
    return { items: [] };
  } },
  stream: { subscribeQuotes: ({ instruments: [{ symbol }] }) => ticks(symbol) },
}) } };`;

/** The recipe of a signature. */
export const SIGNED = {
  steps: [
    { name: 'time', time: 'milliseconds' },
    {
      name: 'content',
      concat: [{ step: 'time' }, { request: 'method' }, { request: 'pathAndQuery' }],
    },
    { name: 'mac', hmac: 'sha512', key: { credential: 'apiSecret' }, of: { step: 'content' } },
    { name: 'signature', encode: { step: 'mac' }, as: 'hex' },
  ],
  place: [
    { header: 'acme-key', value: { credential: 'apiKey' } },
    { header: 'acme-time', value: { step: 'time' } },
    { header: 'acme-signature', value: { step: 'signature' } },
  ],
};

const permission = (path: string, more: object = {}): object => ({
  origin: API_ORIGIN,
  methods: ['GET'],
  paths: [path],
  access: 'read',
  // No request that is measured waits for its turn.
  perMinute: 100_000,
  why: 'is measured',
  ...more,
});

/** Writes a plugin that reaches the emulator of the bench. */
export function writeOnlinePlugin(folder: string): void {
  writePackage(folder, {
    id: ONLINE,
    script: SCRIPT,
    manifest: {
      api: '>=1.1.0 <2.0.0',
      services: ['account', 'transaction', 'stream'],
      statements: undefined,
      credentials: {
        apiKey: { label: 'Key', secret: true },
        apiSecret: { label: 'Secret', secret: true },
      },
      schemes: {
        signed: SIGNED,
      },
      network: [
        permission('/prices'),
        permission('/trades'),
        permission('/signed', { credentials: ['apiKey', 'apiSecret'], scheme: 'signed' }),
        permission('/ticks', { origin: SOCKET_ORIGIN }),
      ],
    },
  });
}
