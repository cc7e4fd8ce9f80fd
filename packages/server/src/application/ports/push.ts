import { OutletFailure, type Receipt } from './outlets.ts';
import type { DeviceAddress } from './push-subscriptions.ts';

/** The pair of keys by which push services recognise this server (VAPID, RFC 8292); base64url. */
export interface VapidPair {
  readonly publicKey: string;
  /** Stored sealed. */
  readonly privateKey: string;
}

/** The pair of all processes of one database. */
export interface VapidKeys {
  /** Returns the stored pair; stores the given one if there is none. Of several at once, all use the first. */
  agree(made: VapidPair): Promise<VapidPair>;
}

/** The options of a push service for a message. RFC 8030. */
export interface PushOptions {
  /** Seconds for which it is kept for a device that cannot be reached. */
  readonly ttl: number;
  readonly urgency: 'normal' | 'high';
  /** At most 32 characters of base64url: a later message with the same takes the place of one that waits. */
  readonly topic: string;
}

/** Brings messages to devices. */
export interface Push {
  /** Returns the key that a page subscribes with, base64url. */
  publicKey(): Promise<string>;
  /** Encrypts and sends. Throws an OutletFailure; its code is `GONE` when the device is no longer subscribed. */
  send(to: DeviceAddress, payload: string, options: PushOptions): Promise<Receipt>;
}

const refuse = () => Promise.reject(new OutletFailure('TOOL', { isFinal: true }));

/** No push messages: of tools, which send nothing. */
export const noPush: Push = { publicKey: refuse, send: refuse };

/** The most bytes of a payload: encrypted they are the 4,096 that every push service takes. */
export const MAX_PAYLOAD = 3993;
