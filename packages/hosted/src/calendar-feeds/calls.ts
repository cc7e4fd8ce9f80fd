import {
  bindOperations,
  createCalendarFeed,
  createMyCalendarFeed,
  createTransport,
  deleteCalendarFeed,
  deleteMyCalendarFeed,
  listCalendarFeeds,
  listMyCalendarFeeds,
  rollCalendarFeed,
  rollMyCalendarFeed,
  updateCalendarFeed,
  updateMyCalendarFeed,
  type CalendarFeed,
  type CreatedCalendarFeed,
  type FeedDetail,
  type InputOf,
  type SessionToken,
} from '@coach-booking/sdk';

export type { CalendarFeed, CreatedCalendarFeed, FeedDetail };

export type NewFeed = InputOf<'createMyCalendarFeed'>;

/** The calls of the section about calendar feeds, of a coach or of a client; tests replace them. */
export interface FeedCalls {
  list(): Promise<readonly CalendarFeed[]>;
  create(given: NewFeed): Promise<CreatedCalendarFeed>;
  update(id: string, given: { readonly name: string; readonly detail: FeedDetail }): Promise<CalendarFeed>;
  roll(id: string): Promise<CreatedCalendarFeed>;
  end(id: string): Promise<unknown>;
}

/** Returns the calls with the session of who signed in: for a coach (`me` or a slug), or without one for a client. */
export function feedCalls(session: SessionToken, baseUrl: string, coach?: string): FeedCalls {
  const transport = createTransport({ baseUrl, session });
  if (coach === undefined) {
    const my = bindOperations(transport, {
      createMyCalendarFeed,
      deleteMyCalendarFeed,
      listMyCalendarFeeds,
      rollMyCalendarFeed,
      updateMyCalendarFeed,
    });
    return {
      list: () => my.listMyCalendarFeeds({}),
      create: (given) => my.createMyCalendarFeed(given),
      update: (id, given) => my.updateMyCalendarFeed({ id, ...given }),
      roll: (id) => my.rollMyCalendarFeed({ id }),
      end: (id) => my.deleteMyCalendarFeed({ id }),
    };
  }
  const of = bindOperations(transport, {
    createCalendarFeed,
    deleteCalendarFeed,
    listCalendarFeeds,
    rollCalendarFeed,
    updateCalendarFeed,
  });
  return {
    list: () => of.listCalendarFeeds({ coach }),
    create: (given) => of.createCalendarFeed({ coach, ...given }),
    update: (id, given) => of.updateCalendarFeed({ coach, id, ...given }),
    roll: (id) => of.rollCalendarFeed({ coach, id }),
    end: (id) => of.deleteCalendarFeed({ coach, id }),
  };
}
