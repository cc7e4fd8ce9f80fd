import { createMemoryStores } from './stores.ts';
import { leadsSuite } from '../../../test/stores/leads-suite.ts';

const { leads } = createMemoryStores();
leadsSuite(() => leads);
