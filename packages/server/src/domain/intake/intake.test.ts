import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intakeFault, withVersions, type IntakeTexts } from './intake.ts';

const question = { id: 'goal', kind: 'text', label: 'What is your goal?' } as const;
const intake: IntakeTexts = {
  questions: [question],
  consent: { text: 'I agree.' },
  waiver: { text: 'At my own risk.' },
};

describe('what is asked of whoever books', () => {
  it.each<[string, IntakeTexts, string | null]>([
    ['nothing', { questions: [] }, null],
    ['a question', intake, null],
    ['an id twice', { questions: [question, { ...question }] }, 'questions.1.id'],
    ['a blank label', { questions: [{ ...question, label: '  ' }] }, 'questions.0.label'],
    ['a choice without options', { questions: [{ ...question, kind: 'choice' }] }, 'questions.0.options'],
    ['a text with options', { questions: [{ ...question, options: ['a', 'b'] }] }, 'questions.0.options'],
    ['a blank option', { questions: [{ ...question, kind: 'several', options: ['a', ' '] }] }, 'questions.0.options'],
    ['too many words', { ...intake, waiver: { text: 'a'.repeat(12_000) } }, 'questions'],
  ])('names the place of %s that cannot be asked', (_, asked, path) =>
    expect(intakeFault(asked)?.path ?? null).toBe(path),
  );

  it('begins each text at version 1', () =>
    expect(withVersions(intake, undefined)).toEqual({
      questions: [{ ...question, version: 1 }],
      consent: { text: 'I agree.', version: 1 },
      waiver: { text: 'At my own risk.', version: 1 },
    }));

  it('raises the version of what reads differently, and of nothing else', () => {
    const old = withVersions(intake, undefined);
    const { consent, waiver } = withVersions(
      { ...intake, consent: { text: 'I agree.', url: 'https://fit.example' } },
      old,
    );
    expect([consent?.version, waiver?.version]).toEqual([2, 1]);
    const reworded = withVersions({ ...intake, questions: [{ ...question, label: 'Goal?', required: true }] }, old);
    expect(reworded.questions[0]?.version).toBe(2);
    const eased = withVersions({ ...intake, questions: [{ ...question, required: true, health: true }] }, old);
    expect(eased.questions[0]?.version).toBe(1);
  });

  it('stays as it is when it is saved again, in whatever order', () => {
    const texts = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,4}$/), label: fc.string() }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(texts, (asked) => {
        const questions = asked.map((one) => ({ ...one, kind: 'text' as const }));
        const first = withVersions({ questions }, undefined);
        const again = withVersions({ questions: questions.toReversed() }, first);
        expect(again.questions.toReversed()).toEqual(first.questions);
      }),
    );
  });
});
