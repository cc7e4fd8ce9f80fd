import { createMemoryStores } from './stores.ts';
import { feedsSuite } from '../../../test/stores/feeds-suite.ts';

const { feeds } = createMemoryStores();
feedsSuite(() => feeds);
