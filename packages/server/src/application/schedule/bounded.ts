import { refuseInput } from '../scope.ts';

/**
 * A list of the head that may not grow for ever: only when it is full the entries that are over are forgotten, and when none is, the new one
 * is refused. Throws INVALID_REQUEST.
 */
export const bounded = <T>(list: readonly T[], most: number, isOver: (entry: T) => boolean, path: string): readonly T[] => {
  if (list.length <= most) return list;
  const kept = list.filter((entry) => !isOver(entry));
  return kept.length <= most ? kept : refuseInput(path, `At most ${most} can be kept.`);
};
