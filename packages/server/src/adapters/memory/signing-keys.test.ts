import { createMemorySigningKeys } from './signing-keys.ts';
import { signingKeysSuite } from '../../../test/stores/signing-keys-suite.ts';

const keys = createMemorySigningKeys();
signingKeysSuite(() => keys);
