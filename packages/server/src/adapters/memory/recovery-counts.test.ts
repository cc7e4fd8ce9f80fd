import { createMemoryStores } from './stores.ts';
import { recoveryCountsSuite } from '../../../test/stores/recovery-counts-suite.ts';

const { recoveryCounts } = createMemoryStores();
recoveryCountsSuite(() => recoveryCounts);
