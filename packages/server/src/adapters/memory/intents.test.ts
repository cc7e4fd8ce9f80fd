import { createMemoryStores } from './stores.ts';
import { intentsSuite } from '../../../test/stores/intents-suite.ts';

const { intents } = createMemoryStores();
intentsSuite(() => intents);
