import { createMemoryAudit } from './audit.ts';
import { auditSuite } from '../../../test/stores/audit-suite.ts';

const audit = createMemoryAudit();
auditSuite(() => audit);
