import { createMemoryStores } from './stores.ts';
import { preferencesSuite } from '../../../test/stores/preferences-suite.ts';

const { preferences } = createMemoryStores();
preferencesSuite(() => preferences);
