import type { GateTexts } from './phrases.ts';

export const tr: GateTexts = {
  title: 'Hangi işletme?',
  text: 'Bu sunucuda birkaç işletme çalışıyor. Sizinkinin kısa adını yazın; size gönderilen bağlantılarda bulunur.',
  slug: 'Kısa ad',
  go: 'Devam',
  required: 'Lütfen bu alanı doldurun.',
  unknown: 'Burada bu adda bir işletme yok. Lütfen bağlantıyı kontrol edin ya da kısa adı yazın.',
  closedTitle: 'Şu anda kapalı',
  closed:
    'Bu işletmeden şu anda burada randevu alınamıyor, işletme buradan yönetilemiyor. Hiçbir şey kaybolmadı. Nasıl devam edeceğinizi lütfen işletmeye sorun.',
};
