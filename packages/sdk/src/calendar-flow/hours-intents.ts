import type { Conflict, PreferencesInput, ScheduleReplacement, ScheduleView, TimeOffInput } from '../schemas.ts';
import type { ChangeMaker } from './change-maker.ts';
import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import { toCalendarProblem } from './problem.ts';
import type { CalendarFlowIntents } from './state.ts';

type HoursIntents = Pick<
  CalendarFlowIntents,
  | 'addTimeOff'
  | 'removeTimeOff'
  | 'changeTimeOff'
  | 'setDateOverride'
  | 'removeDateOverride'
  | 'openSchedule'
  | 'draftSchedule'
  | 'saveSchedule'
  | 'savePreferences'
>;

/** Milliseconds without a change of the hours before they are validated. */
const PAUSE = 300;

/** Returns the intents that change hours, absences and preferences; `stop` ends the timer of a draft. */
export function hoursIntents(
  client: CalendarActCalls,
  core: FlowCore,
  { changePlan, once }: ChangeMaker,
): HoursIntents & { stop(): void } {
  const { coach, timers, days, changes, state, set, show, meet, fail } = core;
  let checking: unknown;
  let drafts = 0;

  /** Changes hours or absences: every bookable time may change. */
  function changeHours<T>(
    key: 'timeOff' | 'schedule',
    intent: keyof CalendarFlowIntents,
    input: object,
    send: () => Promise<T>,
    undo?: ((answer: T) => Promise<boolean>) | undefined,
  ): Promise<boolean> {
    return changePlan(
      key,
      intent,
      input,
      send,
      (answer) => {
        days.stale();
        if (key === 'schedule' && state().schedule) openSchedule();
        return { ...conflictsOf(answer), ...(undo && { takeBack: () => undo(answer) }) };
      },
      () => void changeHours(key, intent, input, send, undo),
    );
  }

  /** Returns what adds an absence again; undefined for one that is not known. */
  function inputOf(id: string): TimeOffInput | undefined {
    const known = state().timeOff.find((one) => one.id === id);
    if (!known) return undefined;
    const { id: _id, firstStart, firstEnd, start, end, ...rest } = known;
    return { ...rest, start: firstStart ?? start, end: firstEnd ?? end };
  }

  function addTimeOff(timeOff: TimeOffInput, intent: 'addTimeOff' | 'undo' = 'addTimeOff'): Promise<boolean> {
    const remove = ({ id }: { readonly id: string }) =>
      changeHours('timeOff', 'undo', { id }, () => client.removeTimeOff({ coach, id }));
    const undo = intent === 'addTimeOff' ? remove : undefined;
    return changeHours('timeOff', intent, timeOff, () => once(client.addTimeOff, { coach, ...timeOff }), undo);
  }

  function removeTimeOff(id: string): Promise<boolean> {
    const before = inputOf(id);
    const send = () => client.removeTimeOff({ coach, id });
    return changeHours('timeOff', 'removeTimeOff', { id }, send, before && (() => addTimeOff(before, 'undo')));
  }

  /** Adds the changed absence and removes the former one; in this order, so that no time is bookable in between. */
  function changeTimeOff(
    id: string,
    timeOff: TimeOffInput,
    intent: 'changeTimeOff' | 'undo' = 'changeTimeOff',
  ): Promise<boolean> {
    const before = inputOf(id);
    let added: { readonly id: string } | undefined;
    const send = async () => {
      added ??= await once(client.addTimeOff, { coach, ...timeOff });
      await client.removeTimeOff({ coach, id });
      return added;
    };
    const undo = before && intent !== 'undo' ? () => changeTimeOff(added!.id, before, 'undo') : undefined;
    return changeHours('timeOff', intent, { id, ...timeOff }, send, undo);
  }

  function openSchedule(): void {
    client.getSchedule({ coach }).then(
      (schedule) => set({ schedule }),
      (error) => fail(error, 'openSchedule', openSchedule),
    );
  }

  /**
   * Sends a schedule. After a version conflict the newest is read, so that it can be shown beside the typed changes.
   */
  async function sendSchedule(schedule: ScheduleReplacement, dryRun?: true): Promise<ScheduleView> {
    try {
      return await client.updateSchedule({ coach, ...schedule, ...(dryRun && { dryRun }) });
    } catch (error) {
      if (toCalendarProblem(error, 'saveSchedule', null).kind === 'stale') openSchedule();
      throw error;
    }
  }

  function draftSchedule(schedule: ScheduleReplacement | null): void {
    const mine = ++drafts;
    const { problem } = state();
    timers.clear(checking);
    set({
      draft: schedule && { schedule, conflicts: null },
      problem: problem?.intent === 'draftSchedule' ? null : problem,
    });
    if (!schedule) return;
    const check = () =>
      sendSchedule(schedule, true).then(
        ({ conflicts }) => mine === drafts && set({ draft: { schedule, conflicts } }),
        (error) => mine === drafts && fail(error, 'draftSchedule', () => void check()),
      );
    checking = timers.set(() => void check(), PAUSE);
  }

  function saveSchedule(schedule: ScheduleReplacement): Promise<boolean> {
    return changePlan(
      'schedule',
      'saveSchedule',
      schedule,
      () => sendSchedule(schedule),
      (saved) => {
        drafts++;
        timers.clear(checking);
        days.stale();
        if (saved.timeZone) meet(saved.timeZone);
        set({ schedule: saved, draft: null });
        return conflictsOf(saved);
      },
      () => void saveSchedule(schedule),
    );
  }

  function savePreferences(input: PreferencesInput): Promise<boolean> {
    const next = { ...changes.patched('preferences', core.preferences), ...input };
    const done = changePlan(
      'preferences',
      'savePreferences',
      next,
      () => client.updatePreferences({ coach, ...next }),
      (saved) => void (core.preferences = saved),
      () => void savePreferences(input),
      next,
    );
    show();
    return done;
  }

  return {
    addTimeOff: (timeOff) => addTimeOff(timeOff),
    removeTimeOff,
    changeTimeOff: (id, timeOff) => changeTimeOff(id, timeOff),
    setDateOverride: (date, ranges) =>
      changeHours('schedule', 'setDateOverride', { date, ranges }, () =>
        client.setDateOverride({ coach, date, ranges: [...ranges] }),
      ),
    removeDateOverride: (date) =>
      changeHours('schedule', 'removeDateOverride', { date }, () => client.removeDateOverride({ coach, date })),
    openSchedule,
    draftSchedule,
    saveSchedule,
    savePreferences,
    stop: () => timers.clear(checking),
  };
}

function conflictsOf(answer: unknown): { readonly conflicts?: readonly Conflict[] } {
  const { conflicts = [] } = answer as { conflicts?: readonly Conflict[] };
  return conflicts.length > 0 ? { conflicts } : {};
}
