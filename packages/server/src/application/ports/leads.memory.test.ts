import { createMemoryStores } from './stores.memory.ts';
import { leadsSuite } from './testing/leads-suite.ts';

const { leads } = createMemoryStores();
leadsSuite(() => leads);
