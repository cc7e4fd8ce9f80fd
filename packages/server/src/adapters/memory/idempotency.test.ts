import { createMemoryStores } from './stores.ts';
import { idempotencySuite } from '../../../test/stores/idempotency-suite.ts';

const { idempotency } = createMemoryStores();
idempotencySuite(() => idempotency);
