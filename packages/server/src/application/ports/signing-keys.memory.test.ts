import { createMemorySigningKeys } from './signing-keys.memory.ts';
import { signingKeysSuite } from './testing/signing-keys-suite.ts';

const keys = createMemorySigningKeys();
signingKeysSuite(() => keys);
