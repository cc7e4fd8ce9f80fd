import { createMemoryStores } from './stores.ts';
import { ledgersSuite } from '../../../test/stores/ledgers-suite.ts';
import { placesSuite } from '../../../test/stores/places-suite.ts';

const stores = createMemoryStores();
ledgersSuite(() => stores);
placesSuite(() => stores.ledgers);
