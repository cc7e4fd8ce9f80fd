import { MAX_SETUP_CODES, type SetupCodes } from '../../application/ports/setup-codes.ts';

/** Keeps the codes of one process, for tests. */
export function createMemorySetupCodes(): SetupCodes {
  let codes: readonly string[] = [];
  return {
    add: async (hash) => {
      codes = [...codes, hash].slice(-MAX_SETUP_CODES);
    },
    all: async () => codes,
    use: async (hash) => {
      if (!codes.includes(hash)) return false;
      codes = [];
      return true;
    },
  };
}
