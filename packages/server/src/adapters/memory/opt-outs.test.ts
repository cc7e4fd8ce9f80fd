import { createMemoryStores } from './stores.ts';
import { optOutsSuite } from '../../../test/stores/opt-outs-suite.ts';

const { optOuts } = createMemoryStores();
optOutsSuite(() => optOuts);
