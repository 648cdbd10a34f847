export { RateBudget, RateRecords, SYSTEM_CLOCK, type BudgetClock, type Priority } from './budget/index.js';
export { Gateway, type GatewayAnswer, type GatewayOptions, type GatewayRequest } from './gateway.js';
export type { GatewayConnection } from './gateway-context.js';
export type { HttpAnswer, HttpLimits, HttpSender } from './request/http-client.js';
export type { GrantedPermission } from './permission/index.js';
export type { AuditPort, BudgetPort, GatewayEntry, GatewayPorts, Situation, VaultPort } from './ports.js';
export type { CapturedValue } from './secret/index.js';
export type { CredentialValue, LiveSecret, OutgoingRequest } from './scheme/index.js';
export type { GatewaySocket, SocketClosing, SocketRequest } from './socket/index.js';
