import { importedIdsSuite } from '../../../test/stores/imported-ids-suite.ts';
import { createMemoryStores } from './stores.ts';

const { importedIds } = createMemoryStores();
importedIdsSuite(() => importedIds);
