import { intakeProblems, type IntakeGiven, type IntakeProblem } from '@coach-booking/contract/intake';
import { failureOf } from '../errors/failure-of.ts';
import type { BookingFlowCore } from './booking-flow-steps.ts';
import { intakeGiven } from './intake-given.ts';
import type { DetailsChange } from './state.ts';

/** Asks what the service asks, and keeps what was answered. */
export interface IntakeKeeper {
  /** Resolves once it is known what the chosen service asks. Rejects with the error of the request. */
  read(): Promise<void>;
  /** Takes over what was answered and agreed to. */
  changed(change: DetailsChange): void;
  /** Returns what is sent with the booking; undefined where nothing is asked. */
  given(): IntakeGiven | undefined;
  /** Returns what cannot be sent, by path. */
  problems(): Readonly<Record<string, IntakeProblem>>;
  /** Shows what the server refused, by what it asks now; whether the error was about that. */
  refused(error: unknown): boolean;
}

const PATH = 'intake.';

const without = <T>(all: Readonly<Record<string, T>> | undefined, names: Iterable<string>): Record<string, T> => {
  const gone = new Set(names);
  return Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => !gone.has(name)));
};

/** Creates the keeper of one flow. */
export function createIntakeKeeper({ client, state, set }: BookingFlowCore): IntakeKeeper {
  /** The service whose questions are known. */
  let known: string | null = null;

  async function read(isFresh = false): Promise<void> {
    const { coach, service } = state();
    if (!client.getIntake || !coach || !service || (known === service.id && !isFresh)) return;
    const intake = await client.getIntake({ coach: coach.id, id: service.id }).catch((error: unknown) => {
      // A server of before: it asks nothing, and would refuse what is missing.
      if (failureOf(error).status !== 404) throw error;
      return { questions: [] };
    });
    if (state().service?.id !== service.id) return;
    known = service.id;
    set({ intake });
  }

  const given = () => intakeGiven(state());
  const problems = () => intakeProblems(state().intake ?? { questions: [] }, given() ?? {});

  return {
    read: () => read(),
    given,
    problems,
    changed({ answers = {}, agreed = {} }) {
      const { intake, details, health, unanswered } = state();
      const isHealth = new Set(intake?.questions.flatMap((one) => (one.health ? [one.id] : [])));
      const [ofHealth, others] = [true, false].map((wanted) =>
        Object.fromEntries(Object.entries(answers).filter(([id]) => isHealth.has(id) === wanted)),
      );
      const { consent = details.agreed?.consent, waiver = details.agreed?.waiver } = agreed;
      set({
        health: { ...health, ...ofHealth },
        details: {
          ...details,
          answers: { ...details.answers, ...others },
          agreed: { ...(consent && { consent }), ...(waiver && { waiver }) },
        },
        unanswered: without(unanswered, [...Object.keys(answers).map((id) => `answers.${id}`), ...Object.keys(agreed)]),
      });
    },
    refused(error) {
      const { problems: refused = [] } = failureOf(error).details;
      const paths = refused.flatMap(({ path }) => (path.startsWith(PATH) ? [path.slice(PATH.length)] : []));
      if (paths.length === 0) return false;
      const show = () => {
        const { problem } = state();
        const sent = Object.fromEntries(paths.map((path) => [path, 'invalid'] as const));
        set({ unanswered: { ...sent, ...problems() }, ...(problem && { problem: { ...problem, fields: {} } }) });
      };
      show();
      // What is asked may have changed since the form was opened.
      read(true).then(show, () => undefined);
      return true;
    },
  };
}
