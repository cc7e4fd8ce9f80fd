import type { ActingIntents, CalendarFlowActs } from './calendar-flow-acts.ts';
import type { FlowCore } from './core.ts';
import { calendarProblem } from './problem.ts';
import type { CalendarProblem } from './state.ts';

type MakeActs = (core: FlowCore) => CalendarFlowActs;

/** Returns what `createCalendarFlowActs` returns, at once or from a file that has to be loaded. */
export type LoadCalendarFlowActs = () => MakeActs | Promise<MakeActs>;

/** The acts whose answer has the problem in it. */
const answered = [
  'changeManageLink',
  'readMessages',
  'readAnswers',
  'sendMessageAgain',
  'readMeeting',
  'createHostLink',
  'saveClientNotes',
  'putBackThere',
] as const;
/** The acts that find something, or null. */
const finding = ['findPeople', 'findBookings', 'findPerson'] as const;
type Answered = (typeof answered)[number] | (typeof finding)[number];

const shown = [
  'confirm',
  'start',
  'complete',
  'noShow',
  'cancel',
  'reschedule',
  'assign',
  'setNotes',
  'undo',
  'create',
  'addTimeOff',
  'removeTimeOff',
  'changeTimeOff',
  'setDateOverride',
  'removeDateOverride',
  'openSchedule',
  'draftSchedule',
  'saveSchedule',
  'savePreferences',
  'openClient',
  'removeBurst',
  'resolveZoneChanges',
  'override',
  'findBooking',
] as const satisfies readonly Exclude<keyof ActingIntents, Answered>[];

/** Returns the acting intents, which wait for their code, and that code once it is there. */
export function lateActs(core: FlowCore, load: LoadCalendarFlowActs) {
  let acts: CalendarFlowActs | undefined;
  let loading: Promise<CalendarFlowActs> | undefined;

  /** Runs `act` at once when the code is there, else when it has come; `failed` answers for it when it does not. */
  function withActs<T>(act: (acts: CalendarFlowActs) => T, failed: () => T): T | Promise<T> {
    if (acts) return act(acts);
    if (!loading) {
      const loaded = load();
      if (!(loaded instanceof Promise)) return act((acts = loaded(core)));
      loading = loaded.then((make) => {
        acts = make(core);
        acts.look();
        return acts;
      });
    }
    return loading.then(act, () => {
      loading = undefined;
      return failed();
    });
  }

  function later(name: keyof ActingIntents, failed: (problem: CalendarProblem, redo: () => void) => unknown) {
    const act = (...given: unknown[]): unknown =>
      withActs(
        (of) => (of[name] as (...given: unknown[]) => unknown)(...given),
        () => failed(calendarProblem('offline', 'OFFLINE', name), () => void act(...given)),
      );
    return [name, act] as const;
  }

  const nothing = { link: null, message: null, messages: [], intake: null, meeting: null, hostLink: null, notes: null };

  return {
    loaded: (): CalendarFlowActs | undefined => acts,
    /** Reads what lies beside the calendar; a failure is not reported, and the next look loads again. */
    look(): void {
      void withActs(
        (of) => of.look(),
        () => undefined,
      );
    },
    intents: Object.fromEntries([
      ...shown.map((name) =>
        later(name, (problem, redo) => {
          core.again = redo;
          core.set({ problem });
          return false;
        }),
      ),
      ...answered.map((name) => later(name, (problem) => ({ ...nothing, problem }))),
      ...finding.map((name) => later(name, () => null)),
    ]) as unknown as ActingIntents,
  };
}
