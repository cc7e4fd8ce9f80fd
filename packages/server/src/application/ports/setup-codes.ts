/** The codes that starts of the server have printed, as hashes: a holder of one may open the first business. */
export interface SetupCodes {
  /** Adds one to those of other processes; beyond the maximum, the oldest are dropped. */
  add(hash: string): Promise<void>;
  all(): Promise<readonly string[]>;
  /** Uses one up, and all others with it. Returns false when another request was faster. */
  use(hash: string): Promise<boolean>;
}

/** Processes that may start at once on an empty store. */
export const MAX_SETUP_CODES = 20;
