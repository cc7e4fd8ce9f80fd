import { describe, expect, it } from 'vitest';
import { gather } from './gather.ts';

/** Answers ten times the question, and records the batches. `send` ends the turn. */
const gathering = (most?: number) => {
  const batches: (readonly number[])[] = [];
  const due: (() => void)[] = [];
  const answerAll = async (questions: readonly number[]): Promise<readonly number[]> => {
    batches.push(questions);
    if (questions.includes(13)) throw new Error('refused');
    return questions.map((question) => question * 10);
  };
  const ask = gather(answerAll, { soon: (send) => due.push(send), ...(most !== undefined && { most }) });
  return { ask, batches, due, send: () => due.splice(0).forEach((send) => send()) };
};

describe('concurrent questions', () => {
  it('sends concurrent questions as one batch, and answers each', async () => {
    const { ask, batches, due, send } = gathering();
    const answers = Promise.all([ask(1), ask(2), ask(2)]);
    expect(due).toHaveLength(1);
    send();
    expect(await answers).toEqual([10, 20, 20]);
    expect(batches).toEqual([[1, 2, 2]]);
  });

  it('adds no question to a batch that has begun', async () => {
    const { ask, batches, send } = gathering();
    const early = ask(1);
    send();
    const late = ask(2);
    send();
    expect(await Promise.all([early, late])).toEqual([10, 20]);
    expect(batches).toEqual([[1], [2]]);
  });

  it('sends questions in several batches when they are more than one may hold', async () => {
    const { ask, batches, send } = gathering(2);
    const answers = Promise.all([1, 2, 3, 4, 5].map(ask));
    send();
    expect(await answers).toEqual([10, 20, 30, 40, 50]);
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('fails the questions of one batch together, and the next batch works', async () => {
    const { ask, send } = gathering();
    const failed = Promise.allSettled([ask(1), ask(13)]);
    send();
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = ask(3);
    send();
    expect(await next).toBe(30);
  });

  it('sends questions without a timer', async () => {
    const ask = gather(async (questions: readonly number[]) => questions);
    expect(await Promise.all([ask(1), ask(2)])).toEqual([1, 2]);
  });
});
