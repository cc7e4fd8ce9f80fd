/** Hashes of passwords, slow on purpose. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one of the hash. Null stands for an account that does not exist: then the password is
   * compared with a hash of nobody, which takes the same time, and the answer is no.
   */
  verify(hash: string | null, password: string): Promise<boolean>;
}
