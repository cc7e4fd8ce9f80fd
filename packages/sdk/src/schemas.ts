import type { components } from './generated/api.ts';

type Schemas = components['schemas'];

export type Booking = Schemas['Booking'];
export type BookingCreated = Schemas['BookingCreated'];
export type BookingStatus = Schemas['BookingStatus'];
export type Coach = Schemas['Coach'];
export type Service = Schemas['Service'];
export type Slot = Schemas['Slot'];
export type SlotStatus = Schemas['SlotStatus'];
export type Slots = Schemas['Slots'];
export type Hold = Schemas['Hold'];
export type ErrorCode = Schemas['ErrorCode'];
export type BlockCode = Schemas['BlockCode'];
