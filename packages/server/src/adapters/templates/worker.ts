import { parentPort } from 'node:worker_threads';
import { openLiquid } from './liquid.ts';
import { outcomeOf } from './task.ts';
import type { FromThread, ToThread } from './thread.ts';

/** The thread in which own templates are read and rendered. */
const parent = parentPort!;
const liquid = openLiquid();
const post = (message: FromThread) => parent.postMessage(message);

parent.on('message', (task: ToThread) => post(outcomeOf(liquid, task)));
post('ready');
