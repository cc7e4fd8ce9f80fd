import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in Turkish. */
export const tr: BookTexts = {
  label: 'Hesabınız',
  signedIn: '{name} olarak oturum açıldı',
  mine: 'Seanslarınız',
  notYou: 'Siz değil misiniz? Oturumu kapatın',
  unproven: 'E-posta adresiniz henüz onaylanmadı. Onaylandığında burada aldığınız randevular hesabınızda da görünür.',
  prove: 'Hesapta onaylayın',
  last: 'Son seanslarınız',
  again: 'Yeniden randevu al',
  all: 'Tüm hizmetleri göster',
};
