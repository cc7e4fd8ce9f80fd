import { createMemoryStores } from './stores.ts';
import { deliveriesSuite } from '../../../test/stores/deliveries-suite.ts';

const { deliveries } = createMemoryStores();
deliveriesSuite(() => deliveries);
