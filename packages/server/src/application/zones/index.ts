export { listZoneChanges } from './list-zone-changes.ts';
export { resolveZoneChanges } from './resolve-zone-changes.ts';
