/** The codes that starts of the server have printed, as hashes: whoever has one may open the first business. */
export interface SetupCodes {
  /** Beside those of other processes; of many, the oldest are forgotten. */
  add(hash: string): Promise<void>;
  all(): Promise<readonly string[]>;
  /** Uses one up, and all others with it. False when somebody else was faster. */
  use(hash: string): Promise<boolean>;
}

/** So many processes may start at once on an empty store. */
export const MAX_SETUP_CODES = 20;
