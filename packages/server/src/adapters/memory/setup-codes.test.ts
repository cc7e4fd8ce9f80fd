import { describe } from 'vitest';
import { createMemorySetupCodes } from './setup-codes.ts';
import { setupCodesSuite } from '../../../test/stores/setup-codes-suite.ts';

describe('codes of the first set-up in memory', () => setupCodesSuite(createMemorySetupCodes));
