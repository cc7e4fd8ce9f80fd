import { FolderInUseError } from '@coach-booking/embedded-mongodb';
import { CommandRefused } from './adapters/command/usage.ts';
import { NewerSchemaError } from './adapters/mongo/migrations/newer-schema.ts';
import { Refusal } from './application/refusal.ts';
import { ConfigError } from './config.ts';

const plain = [CommandRefused, ConfigError, FolderInUseError, NewerSchemaError];

/** What a start or a command prints of an error: one line for who runs it where the message says all, else the error with its stack. */
export const printed = (error: unknown): unknown => {
  if (error instanceof Refusal) return error.detail;
  return plain.some((kind) => error instanceof kind) ? (error as Error).message : error;
};
