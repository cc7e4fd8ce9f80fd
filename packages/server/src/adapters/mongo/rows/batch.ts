/**
 * Documents that a cursor brings at a time, where all of somebody's are read one after the other: so many are in
 * memory.
 */
export const BATCH = 100;
