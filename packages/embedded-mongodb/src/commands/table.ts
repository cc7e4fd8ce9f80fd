import { CommandError } from '../errors.ts';
import { aggregate } from './aggregate.ts';
import { backup } from './backup.ts';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections.ts';
import type { Answer, Command, CommandContext } from './context.ts';
import { count, distinct } from './count.ts';
import { getMore, killCursors } from './cursors.ts';
import { deleteDocuments } from './delete.ts';
import { explain } from './explain.ts';
import { find } from './find.ts';
import { findAndModify } from './find-and-modify.ts';
import { buildInfo, connectionStatus, endSessions, hello, ping, serverStatus } from './handshake.ts';
import { collMod, createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { insert } from './insert.ts';
import { update } from './update.ts';

const commands: Readonly<Record<string, Command>> = {
  ...{
    aggregate,
    backup,
    buildInfo,
    buildinfo: buildInfo,
    collMod,
    connectionStatus,
    count,
    create,
    createIndexes,
    delete: deleteDocuments,
    distinct,
  },
  ...{
    drop,
    dropDatabase,
    dropIndexes,
    endSessions,
    explain,
    find,
    findAndModify,
    findandmodify: findAndModify,
    getMore,
    hello,
    insert,
  },
  ...{
    isMaster: hello,
    ismaster: hello,
    killCursors,
    listCollections,
    listDatabases,
    listIndexes,
    ping,
    serverStatus,
    update,
  },
};

/**
 * Runs a command; an error becomes the answer, as MongoDB words it. Reads are answered at once, writes when they are as
 * durable as demanded.
 */
export function runCommand(context: CommandContext): Answer | Promise<Answer> {
  const name = Object.keys(context.body)[0] ?? '';
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) throw new CommandError('CommandNotFound', `no such command: '${name}'`);
    const answer = command(context);
    return answer instanceof Promise ? answer.then(success, failure) : success(answer);
  } catch (error) {
    return failure(error);
  }
}

function success(answer: Answer): Answer {
  return Buffer.isBuffer(answer) ? answer : { ...answer, ok: 1 };
}

function failure(error: unknown): Answer {
  if (error instanceof CommandError)
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ok: 0, errmsg: text, code: 1, codeName: 'InternalError' };
}
