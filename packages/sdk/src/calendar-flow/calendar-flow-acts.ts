import { answeredIntents } from './answered-intents.ts';
import { besideIntents } from './beside-intents.ts';
import { bookingIntents } from './booking-intents.ts';
import { changeMaker } from './change-maker.ts';
import { clientIntents } from './client-intents.ts';
import type { FlowCore } from './core.ts';
import { hoursIntents } from './hours-intents.ts';
import { linkedIntents } from './linked-intents.ts';
import type { CalendarActCalls } from './options.ts';
import { peopleIntents } from './people-intents.ts';
import type { CalendarFlowIntents, CalendarFlowState } from './state.ts';
import { trayLook } from './tray-look.ts';

/** The intents that only show other days, or the same once more. */
type ShowingIntent =
  'showView' | 'goTo' | 'next' | 'previous' | 'goToToday' | 'setTimeZone' | 'refresh' | 'dismiss' | 'retry';

/** The intents by which a coach acts. */
export type ActingIntents = Omit<CalendarFlowIntents, ShowingIntent>;

/** The acts of a coach in the calendar, and the readings beside it. */
export interface CalendarFlowActs extends ActingIntents {
  /** Reads what lies beside the calendar, where that is due. */
  look(): void;
  /** Called when a booking was changed elsewhere: the next look reads. */
  due(): void;
  /** Returns what the last look found, as of `now` (milliseconds since the epoch). */
  shown(now: number): Pick<CalendarFlowState, 'toClose' | 'toSchedule'>;
  /** Ends the timers, and forgets the client who is shown. */
  stop(): void;
}

/** Creates the acts of a flow on the calls that they make. */
export function createCalendarFlowActs(client: CalendarActCalls): (core: FlowCore) => CalendarFlowActs {
  return (core) => {
    const trays = trayLook(client, core);
    const maker = changeMaker(core, trays.touched);
    const { undoStep, ...ofBookings } = bookingIntents(client, core, maker);
    const { stop: stopDrafts, ...ofHours } = hoursIntents(client, core, maker);
    const { look: lookBeside, stop: stopBeside, ...ofBeside } = besideIntents(client, core, maker);
    const ofClient = clientIntents(client, core);
    return {
      ...ofBookings,
      ...ofHours,
      ...ofBeside,
      ...answeredIntents(client, core),
      ...peopleIntents(client, core),
      ...linkedIntents(client, core),
      ...ofClient,
      due: trays.due,
      shown: trays.shown,
      look() {
        lookBeside(core.signal());
        trays.look(core.signal());
      },
      stop() {
        stopDrafts();
        stopBeside();
        ofClient.openClient(null);
      },
      undo(id) {
        const { takeBack } = core;
        if (id && core.state().done?.bookingId !== id) return void undoStep(id);
        core.takeBack = null;
        void (takeBack ? takeBack() : id && undoStep(id));
      },
      override() {
        const { force } = core;
        core.force = null;
        return force?.() ?? Promise.resolve(false);
      },
    };
  };
}
