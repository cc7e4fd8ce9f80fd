import { createMemoryStores } from './stores.ts';
import { testMessagesSuite } from '../../../test/stores/test-messages-suite.ts';

const { testMessages } = createMemoryStores();
testMessagesSuite(() => testMessages);
