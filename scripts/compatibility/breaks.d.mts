/** Returns which facts of a release no longer hold, and which requirements of its parts are new. */
export function breaks(released: readonly string[], current: readonly string[]): string[];
