/**
 * Documents in one batch of a cursor, where all of a person's are read one after the other: at most these are in
 * memory.
 */
export const BATCH = 100;
