import { describe, expect, it } from 'vitest';
import { answerProblem, intakeProblems, tidyAnswer, type Question } from './intake.ts';

const question = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  id: 'q',
  kind,
  label: 'Asked',
  version: 1,
  ...more,
});
const options = ['Gym', 'Home', 'Park'];

describe('an answer', () => {
  it.each<[Question, string | string[] | undefined, string | null]>([
    [question('text'), undefined, null],
    [question('text', { required: true }), undefined, 'required'],
    [question('text', { required: true }), '   ', 'required'],
    [question('text'), 'a'.repeat(200), null],
    [question('text'), 'a'.repeat(201), 'too_long'],
    [question('text'), ['a'], 'invalid'],
    [question('long_text'), 'a'.repeat(2000), null],
    [question('long_text'), 'a'.repeat(2001), 'too_long'],
    [question('choice', { options }), 'Home', null],
    [question('choice', { options }), 'Moon', 'invalid'],
    [question('several', { options }), ['Home', 'Gym'], null],
    [question('several', { options }), ['Home', 'Home'], 'invalid'],
    [question('several', { options }), ['Moon'], 'invalid'],
    [question('several', { options }), 'Home', 'invalid'],
    [question('several', { options, required: true }), [], 'required'],
    [question('number'), '-12,5', null],
    [question('number'), '+3.75', null],
    [question('number'), 'twelve', 'invalid'],
    [question('number'), '1e3', 'invalid'],
    [question('phone'), '+1 212 555 0101', null],
    [question('phone'), '٠١٢٣٤٥', null],
    [question('phone'), '123', 'invalid'],
    [question('date'), '2028-02-29', null],
    [question('date'), '2027-02-29', 'invalid'],
    [question('date'), '29.2.2028', 'invalid'],
    [question('checkbox'), 'true', null],
    [question('checkbox'), 'false', null],
    [question('checkbox'), 'yes', 'invalid'],
    [question('checkbox', { required: true }), 'false', 'required'],
  ])('answers %j with %j and gets the problem %s', (asked, value, problem) =>
    expect(answerProblem(asked, value)).toBe(problem),
  );

  it.each<[Question['kind'], string | string[] | undefined, string | string[] | undefined]>([
    ['text', '  a knee ', 'a knee'],
    ['text', ' ', undefined],
    ['checkbox', 'false', undefined],
    ['checkbox', 'true', 'true'],
    ['several', [], undefined],
    ['several', ['Gym'], ['Gym']],
    ['text', undefined, undefined],
  ])('answers a question of kind %s in one form: %j as %j', (kind, value, kept) =>
    expect(tidyAnswer({ kind }, value)).toEqual(kept),
  );
});

describe('the answers of a form', () => {
  const questions = [question('text', { id: 'goal', required: true }), question('number', { id: 'age' })];
  const intake = {
    questions,
    consent: { text: 'I agree.', version: 3 },
    waiver: { text: 'At my own risk.', version: 1 },
  };

  it('has no problem with every answer and both agreements', () =>
    expect(intakeProblems(intake, { answers: { goal: 'Run', age: '41' }, consent: 3, waiver: 1 })).toEqual({}));

  it('names each problem by its path, in the order of the form', () => {
    const problems = intakeProblems(intake, { answers: { age: 'old', shoe: '42' }, consent: 2 });
    expect(Object.entries(problems)).toEqual([
      ['answers.goal', 'required'],
      ['answers.age', 'invalid'],
      ['answers.shoe', 'unknown'],
      ['consent', 'changed'],
      ['waiver', 'required'],
    ]);
  });

  it('refuses answers and agreements that nobody asked for', () =>
    expect(intakeProblems({ questions: [] }, { answers: { constructor: 'x' }, consent: 1 })).toEqual({
      'answers.constructor': 'unknown',
      consent: 'unknown',
    }));
});
