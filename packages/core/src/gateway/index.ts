export { RateBudget, RateRecords, SYSTEM_CLOCK, type BudgetClock, type Priority } from './budget/index.js';
export { Gateway, type GatewayAnswer, type GatewayOptions, type GatewayRequest } from './gateway.js';
export type { GatewayConnection } from './gateway-context.js';
export type { HttpLimits } from './request/http-client.js';
export type { GrantedPermission } from './permission/index.js';
export type { AuditPort, BudgetPort, GatewayEntry, GatewayPorts, Situation, VaultPort } from './ports.js';
export type { GatewaySocket, SocketClosing, SocketRequest } from './socket/index.js';
