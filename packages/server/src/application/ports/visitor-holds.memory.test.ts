import { createMemoryStores } from './stores.memory.ts';
import { visitorHoldsSuite } from './testing/visitor-holds-suite.ts';

const { visitorHolds } = createMemoryStores();
visitorHoldsSuite(() => visitorHolds);
