import { providerConnectionsSuite } from '../../../test/stores/provider-connections-suite.ts';
import { createMemoryStores } from './stores.ts';

const stores = createMemoryStores();
providerConnectionsSuite(() => stores);
