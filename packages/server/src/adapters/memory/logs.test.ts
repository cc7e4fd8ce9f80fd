import { createMemoryLogs } from './logs.ts';
import { logsSuite } from '../../../test/stores/logs-suite.ts';

const logs = createMemoryLogs();
logsSuite(() => logs);
