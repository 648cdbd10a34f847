export type { GrantedPermission, PermissionMatch } from './granted-permission.js';
export {
  matchFrame,
  matchRequest,
  matchSocket,
  type AskedRequest,
  type SocketPermissions,
} from './match-request.js';
export { originOf, readTarget, type Target } from './target.js';
