export type { GatewaySocket, SocketClosing } from './gateway-socket.js';
export type { SocketRequest } from './open-socket.js';
export { OpenSockets } from './open-sockets.js';
