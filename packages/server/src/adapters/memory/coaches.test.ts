import { createMemoryStores } from './stores.ts';
import { coachesSuite } from '../../../test/stores/coaches-suite.ts';

const { coaches } = createMemoryStores();
coachesSuite(() => coaches);
