import { describe } from 'vitest';
import { createMemorySetupCodes } from './setup-codes.memory.ts';
import { setupCodesSuite } from './testing/setup-codes-suite.ts';

describe('codes of the first set-up in memory', () => setupCodesSuite(createMemorySetupCodes));
