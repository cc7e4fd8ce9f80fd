import { createMemoryAudit } from './audit.memory.ts';
import { auditSuite } from './testing/audit-suite.ts';

const audit = createMemoryAudit();
auditSuite(() => audit);
