import { refuseInput } from '../kernel/scope.ts';

/** Characters of all questions and answers together: every answer of the calendar carries them (S20). */
export const MAX_CHARACTERS = 8000;

/** Validates the sizes of questions and answers. Throws INVALID_REQUEST. */
export function checkAnswers(answers: Readonly<Record<string, string>> | undefined): void {
  const size = Object.entries(answers ?? {}).reduce(
    (sum, [question, answer]) => sum + question.length + answer.length,
    0,
  );
  if (size > MAX_CHARACTERS)
    refuseInput('answers', `Questions and answers together must have at most ${MAX_CHARACTERS} characters.`);
}
