import type { PushTexts } from './en.ts';

export const de: PushTexts = {
  title: 'Push-Nachrichten',
  text: 'Eine Push-Nachricht kommt auf dieses Gerät, auch wenn keine Seite von uns offen ist. Was darin steht, ist auf einem gesperrten Bildschirm zu lesen.',
  chosen: 'Welche Nachrichten per Push kommen, wählen Sie oben.',
  unsupported:
    'Dieser Browser zeigt keine Push-Nachrichten. Legen Sie diese Seite auf einem iPhone oder iPad zuerst auf den Home-Bildschirm.',
  forbidden:
    'Dieser Browser verbietet sie für diese Seite. Erlauben Sie Mitteilungen in seinen Einstellungen und kommen Sie dann wieder.',
  off: 'Auf diesem Gerät aus.',
  on: 'Auf diesem Gerät ein.',
  switchOn: 'Hier einschalten',
  switchOff: 'Hier ausschalten',
  refused: 'Nicht eingeschaltet: Der Browser hat es nicht erlaubt.',
  failed: 'Nicht eingeschaltet: Der Push-Dienst dieses Browsers ist nicht zu erreichen.',
  switchedOn: 'Push-Nachrichten kommen ab jetzt auf dieses Gerät.',
  switchedOff: 'Dieses Gerät bekommt keine Push-Nachrichten mehr.',
  others: 'Andere Geräte',
  device: 'Über {service}, seit {when}',
  remove: 'Entfernen',
  removed: 'Entfernt.',
};
