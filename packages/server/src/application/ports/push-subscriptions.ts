import type { Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from './ledgers.ts';

/** The data with which the push service of a browser delivers a message to one of its devices. */
export interface DeviceAddress {
  /**
   * The address at which the push service takes messages for the device. It is enough to send to it, so it is stored
   * sealed.
   */
  readonly endpoint: string;
  /** The device's public key and its secret, base64url: what is sent is encrypted with them. Stored sealed. */
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** A device on which a person has switched push messages on. */
export interface PushSubscription extends LedgerScope, DeviceAddress {
  /** 24 hex digits, made of the endpoint: a device has one, for all its users. */
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Instant;
}

/** The devices of all people. */
export interface PushSubscriptions {
  /** Returns those of a person, the newest first. */
  of(userId: string): Promise<readonly PushSubscription[]>;
  /** Keeps it in place of what is there under its id: the device is this person's from now on. */
  save(subscription: PushSubscription): Promise<void>;
  /** Forgets the device with this id, whosever it is. */
  forget(id: string): Promise<void>;
  /** Forgets all devices of a person. */
  forgetAll(userId: string): Promise<void>;
}
