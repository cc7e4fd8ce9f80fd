export { createHold } from './create-hold.ts';
export { extendHold } from './extend-hold.ts';
export { releaseHold, releaseHoldByBeacon } from './release-hold.ts';
