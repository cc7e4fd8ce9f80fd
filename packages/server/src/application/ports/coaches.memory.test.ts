import { createMemoryStores } from './stores.memory.ts';
import { coachesSuite } from './testing/coaches-suite.ts';

const { coaches } = createMemoryStores();
coachesSuite(() => coaches);
