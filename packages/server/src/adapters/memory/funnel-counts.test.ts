import { createMemoryStores } from './stores.ts';
import { funnelCountsSuite } from '../../../test/stores/funnel-counts-suite.ts';

const { funnelCounts } = createMemoryStores();
funnelCountsSuite(() => funnelCounts);
