import type { GateTexts } from './phrases.ts';

export const it: GateTexts = {
  title: 'Quale attività?',
  text: 'Su questo server lavorano più attività. Scrivi il nome breve della tua: si trova nei link che hai ricevuto.',
  slug: 'Nome breve',
  go: 'Continua',
  required: 'Compila questo campo.',
  unknown: 'Qui nessuna attività ha questo nome. Controlla il link o scrivi il nome breve.',
  closedTitle: 'Chiuso per il momento',
  closed:
    'Al momento questa attività non si può prenotare né gestire qui. Non hai perso nulla. Chiedi direttamente come procedere.',
};
