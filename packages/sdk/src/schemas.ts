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
export type Role = Schemas['Role'];
export type Session = Schemas['Session'];
export type User = Schemas['User'];
export type BookingAction = Schemas['BookingAction'];
export type Conflict = Schemas['Conflict'];
export type LocationKind = Schemas['LocationKind'];
export type PreferencesInput = Schemas['PreferencesInput'];
export type ScheduleInput = Schemas['ScheduleInput'];
export type ScheduleView = Schemas['ScheduleView'];
export type Staff = Schemas['Staff'];
export type TimeOff = Schemas['TimeOff'];
export type TimeOffInput = Schemas['TimeOffInput'];
export type WallRange = Schemas['WallRange'];
export type WeeklyRange = Schemas['WeeklyRange'];
