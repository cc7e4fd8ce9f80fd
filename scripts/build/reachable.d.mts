/** Returns the paths of the declarations to which `entries` lead, themselves included. */
export function reachable(entries: readonly string[]): Set<string>;
