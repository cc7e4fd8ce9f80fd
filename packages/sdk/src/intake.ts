export {
  answerProblem,
  intakeProblems,
  tidyAnswer,
  type AnswerValue,
  type IntakeGiven,
  type IntakeProblem,
} from '@coach-booking/contract/intake';
