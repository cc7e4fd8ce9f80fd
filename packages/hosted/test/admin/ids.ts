/** Returns the id of a number. */
export const id = (n: number): string => `665f0000000000000000${`${n}`.padStart(4, '0')}`;
