import { createMemoryStores } from './stores.memory.ts';
import { preferencesSuite } from './testing/preferences-suite.ts';

const { preferences } = createMemoryStores();
preferencesSuite(() => preferences);
