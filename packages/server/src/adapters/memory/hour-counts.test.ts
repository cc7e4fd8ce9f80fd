import { createMemoryStores } from './stores.ts';
import { hourCountsSuite } from '../../../test/stores/hour-counts-suite.ts';

const { hourCounts } = createMemoryStores();
hourCountsSuite(() => hourCounts);
