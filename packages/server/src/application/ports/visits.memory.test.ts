import { createMemoryStores } from './stores.memory.ts';
import { visitsSuite } from './testing/visits-suite.ts';

const { visits } = createMemoryStores();
visitsSuite(() => visits);
