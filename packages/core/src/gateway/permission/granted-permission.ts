import type { NetworkPermission } from '../../interfaces/index.js';

/** A permission of the manifest that the user has granted. */
export interface GrantedPermission {
  /** As approvals name it. */
  readonly id: string;
  readonly permission: NetworkPermission;
}

/** The permission that allows a request. */
export interface PermissionMatch extends GrantedPermission {
  /** The path pattern that fits; it stands for the path wherever the path itself would say too much. */
  readonly pattern: string;
}
