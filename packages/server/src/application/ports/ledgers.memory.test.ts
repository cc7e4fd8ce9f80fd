import { createMemoryStores } from './stores.memory.ts';
import { ledgersSuite } from './testing/ledgers-suite.ts';
import { placesSuite } from './testing/places-suite.ts';

const stores = createMemoryStores();
ledgersSuite(() => stores);
placesSuite(() => stores.ledgers);
