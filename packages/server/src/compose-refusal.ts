import { FolderInUseError } from '@coach-booking/embedded-mongodb';
import { NewerSchemaError } from './adapters/mongo/migrations/newer-schema.ts';
import { ConfigError } from './config.ts';

const plain = [ConfigError, FolderInUseError, NewerSchemaError];

/** What a start or a command prints of an error: one line for who runs it where the message says all, else the error with its stack. */
export const printed = (error: unknown): unknown => (plain.some((kind) => error instanceof kind) ? (error as Error).message : error);
