import { createMemoryLogs } from './logs.memory.ts';
import { logsSuite } from './testing/logs-suite.ts';

const logs = createMemoryLogs();
logsSuite(() => logs);
