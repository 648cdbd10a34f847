import type { SigningScheme } from '../interfaces/index.js';
import type { GrantedPermission } from './permission/index.js';
import type { GatewayPorts } from './ports.js';
import type { Cookies } from './request/cookies.js';
import type { HttpSender } from './request/http-client.js';
import type { Routes } from './request/routes.js';

/** The connection of the user that a gateway belongs to. */
export interface GatewayConnection {
  readonly id: string;
  /** Stands for the credentials: connections that share it share the rates of an institution. Tells nothing of them. */
  readonly account: string;
}

/** What all requests of one gateway share. */
export interface GatewayContext {
  readonly connection: GatewayConnection;
  readonly schemes: Readonly<Record<string, SigningScheme>>;
  readonly ports: GatewayPorts;
  readonly isDevelopment: boolean;
  readonly client: HttpSender;
  readonly routes: Routes;
  readonly cookies: Cookies;
  /** What is granted now. @throws ProblemError PERMISSION_DENIED where all was revoked */
  readonly granted: () => readonly GrantedPermission[];
}
