import { parentPort } from 'node:worker_threads';
import { outcomeOf, type Task } from './task.ts';
import type { FromThread } from './thread.ts';

/** The thread in which calendars of others are read. */
const parent = parentPort!;
const post = (message: FromThread) => parent.postMessage(message);

parent.on('message', (task: Task) => post(outcomeOf(task)));
post('ready');
