import { createMemoryStores } from './stores.memory.ts';
import { idempotencySuite } from './testing/idempotency-suite.ts';

const { idempotency } = createMemoryStores();
idempotencySuite(() => idempotency);
