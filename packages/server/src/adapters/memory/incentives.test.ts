import { incentivesSuite } from '../../../test/stores/incentives-suite.ts';
import { createMemoryStores } from './stores.ts';

const stores = createMemoryStores();
incentivesSuite(() => stores);
