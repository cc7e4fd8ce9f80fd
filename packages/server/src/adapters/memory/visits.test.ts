import { createMemoryStores } from './stores.ts';
import { visitsSuite } from '../../../test/stores/visits-suite.ts';

const { visits } = createMemoryStores();
visitsSuite(() => visits);
