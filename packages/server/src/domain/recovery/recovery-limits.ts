import { DAY, HOUR } from '@coach-booking/time/units';

/** Messages about one intent. */
export const RECOVERIES_OF_INTENT = 2;
/** A person gets one message in so long from all coaches of a partner. */
export const RECOVERY_WEEK = 7 * DAY;
/** The time after abandonment within which a coach may send a message. */
export const REMINDABLE_FOR = 30 * DAY;
/** The time after abandonment at which a message goes by itself, where a coach has that on. */
export const AUTOMATIC_AFTER = HOUR;
/** One that is later than this, because the server was down, does not go by itself. */
export const AUTOMATIC_WITHIN = 2 * DAY;
/** The link of a message works for so long, and so does the code in it. */
export const RESUME_LIFE = 7 * DAY;
