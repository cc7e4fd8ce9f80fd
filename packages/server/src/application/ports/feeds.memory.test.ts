import { createMemoryStores } from './stores.memory.ts';
import { feedsSuite } from './testing/feeds-suite.ts';

const { feeds } = createMemoryStores();
feedsSuite(() => feeds);
