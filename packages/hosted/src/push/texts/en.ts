/** The texts about push messages on devices, in English. `{…}` are filled in. */
export const en = {
  title: 'Push messages',
  text: 'A push message comes to this device also while no page of ours is open. What it says can be read on a locked screen.',
  chosen: 'Which messages come by push, you choose above.',
  unsupported: 'This browser shows no push messages. On an iPhone or iPad, put this page on the home screen first.',
  forbidden: 'This browser forbids them for this page. Allow notifications in its settings, then come back.',
  off: 'Off on this device.',
  on: 'On on this device.',
  switchOn: 'Switch on here',
  switchOff: 'Switch off here',
  refused: 'Not switched on: the browser did not allow it.',
  failed: 'Not switched on: the push service of this browser cannot be reached.',
  switchedOn: 'Push messages come to this device from now on.',
  switchedOff: 'This device gets no more push messages.',
  others: 'Other devices',
  device: 'By {service}, since {when}',
  remove: 'Remove',
  removed: 'Removed.',
};
export type PushTexts = Readonly<Record<keyof typeof en, string>>;
