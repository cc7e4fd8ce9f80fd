import { createMemoryStores } from './stores.ts';
import { reliabilitySuite } from '../../../test/stores/reliability-suite.ts';

const { reliability } = createMemoryStores();
reliabilitySuite(() => reliability);
