/** Hashes of passwords, slow on purpose. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Returns whether the password matches the hash. Null stands for an account that does not exist: the password is
   * compared with a decoy hash, which takes the same time, and the result is false.
   */
  verify(hash: string | null, password: string): Promise<boolean>;
}
