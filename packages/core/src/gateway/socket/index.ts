export type { GatewaySocket, SocketClosing } from './gateway-socket.js';
export { openSocket, type SocketRequest } from './open-socket.js';
