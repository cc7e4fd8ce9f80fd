import { Long } from 'bson';
import { CommandError } from '../errors.ts';
import { checkFields, numberField, type Command } from './context.ts';

function idOf(value: unknown): bigint {
  if (value instanceof Long) return value.toBigInt();
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  throw new CommandError('TypeMismatch', 'a cursor id must be a 64-bit integer');
}

export const getMore: Command = ({ body, cursors, now }) => {
  checkFields(body, 'getMore', ['collection', 'batchSize']);
  return cursors.next(idOf(body['getMore']), numberField(body, 'batchSize'), now);
};

export const killCursors: Command = ({ body, cursors }) => {
  checkFields(body, 'killCursors', ['cursors']);
  const ids: unknown[] = Array.isArray(body['cursors']) ? body['cursors'] : [];
  const killed = ids.filter((id) => cursors.kill(idOf(id)));
  return {
    cursorsKilled: killed,
    cursorsNotFound: ids.filter((id) => !killed.includes(id)),
    cursorsAlive: [],
    cursorsUnknown: [],
  };
};
