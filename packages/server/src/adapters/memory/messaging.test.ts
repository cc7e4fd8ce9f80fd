import { createMemoryStores } from './stores.ts';
import { messagingSuite } from '../../../test/stores/messaging-suite.ts';

const { messaging } = createMemoryStores();
messagingSuite(() => messaging);
