export type { AuditEntry, AuditEvent } from './audit-event.js';
export { AuditLog, type AuditLogOptions } from './audit-log.js';
export { AUDIT_FORMATS, exportAudit, type AuditFormat } from './export-audit.js';
export { readAudit, type AuditLine, type AuditRange, type ReadEntry } from './read-audit.js';
export { isEmptyAudit } from './verify-audit.js';
export type { AuditFault, AuditFinding, AuditReport } from './verify-audit.js';
