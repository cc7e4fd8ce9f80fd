/** Returns what callers rely on of a parsed `openapi.yaml`, one fact in a line, sorted. */
export function contractFacts(spec: unknown): string[];
