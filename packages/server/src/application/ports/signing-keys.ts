import type { Instant } from '@coach-booking/time/instant';

/** A pair of keys for access tokens. The private one is sealed: a reader of the store cannot sign. */
export interface StoredSigningKey {
  /** Its `kid`. */
  readonly id: string;
  readonly x: string;
  readonly y: string;
  readonly sealedPrivateKey: string;
  /** It signs from here … */
  readonly signsFrom: number;
  /** … to here, real time. */
  readonly signsUntil: Instant;
  /** Real time after which no token of it is valid, so that the store may forget it. */
  readonly storedUntil: Instant;
}

/** Keys of all partners and modes, shared by every process of one database. */
export interface SigningKeys {
  list(): Promise<readonly StoredSigningKey[]>;
  /** Inserts the key, unless one has this id. */
  insert(key: StoredSigningKey): Promise<void>;
}
