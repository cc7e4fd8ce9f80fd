/** Returns which facts of a release no longer hold, and which demands on what it knew are new. */
export function breaks(released: readonly string[], current: readonly string[]): string[];
