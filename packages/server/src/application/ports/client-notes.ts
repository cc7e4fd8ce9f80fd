import type { Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from './ledgers.ts';

/** One coach's own notes on a client: never read by the client or another coach. */
export interface ClientNotes extends LedgerScope {
  readonly coachId: string;
  readonly clientId: string;
  /** Plain text; empty once it was taken away. */
  readonly text: string;
  /** Raised by one with each change; 1 after the first. */
  readonly version: number;
  /** By the clock of the rules. */
  readonly updatedAt: Instant;
}

/** The coach and the client of notes. */
export type ClientNotesKey = Pick<ClientNotes, 'partnerId' | 'mode' | 'coachId' | 'clientId'>;

/** The texts that coaches wrote down about clients, at most one of each coach about each client. */
export interface ClientNotesStore {
  of(key: ClientNotesKey): Promise<ClientNotes | null>;
  /** Returns false when there are some already. */
  insert(notes: ClientNotes): Promise<boolean>;
  /** Replaces the notes by compare-and-set: their version is one more than the expected one. */
  replace(notes: ClientNotes, expectedVersion: number): Promise<boolean>;
  /** Returns, for an export, those of all coaches about the client, by coach. */
  allOf(scope: LedgerScope, clientId: string): Promise<readonly ClientNotes[]>;
  /** Removes all about the client, for erasure. Returns their number. */
  removeAll(scope: LedgerScope, clientId: string): Promise<number>;
}
