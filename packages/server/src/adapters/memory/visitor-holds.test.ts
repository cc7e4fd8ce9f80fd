import { createMemoryStores } from './stores.ts';
import { visitorHoldsSuite } from '../../../test/stores/visitor-holds-suite.ts';

const { visitorHolds } = createMemoryStores();
visitorHoldsSuite(() => visitorHolds);
