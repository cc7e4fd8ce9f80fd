import { FolderInUseError } from '@coach-booking/embedded-mongodb';
import { CommandRefused } from './adapters/command/usage.ts';
import { BackupRefused } from './adapters/files/backup-folder.ts';
import { NewerSchemaError } from './adapters/mongo/migrations/newer-schema.ts';
import { StoreUnreachableError } from './adapters/mongo/connection/open-store-within.ts';
import { EncryptionKeyError } from './adapters/mongo/sealing/key-register.ts';
import { ResealRefused } from './adapters/mongo/sealing/rotate.ts';
import { storeFailureOf } from './adapters/mongo/connection/store-failure.ts';
import { Refusal } from './application/kernel/refusal.ts';
import { ConfigError } from './config.ts';

const plain = [
  BackupRefused,
  CommandRefused,
  ConfigError,
  EncryptionKeyError,
  FolderInUseError,
  NewerSchemaError,
  ResealRefused,
  StoreUnreachableError,
];

/**
 * Returns what a start or a command prints of an error: the message alone where it is meant for the operator, else the
 * error with its stack.
 */
export function printed(error: unknown): unknown {
  if (error instanceof Refusal) return error.detail;
  if (plain.some((kind) => error instanceof kind)) return (error as Error).message;
  const failure = storeFailureOf(error);
  return failure ? `The database became ${failure} in the middle of this. Nothing is lost: start it again.` : error;
}
