import { ar as data } from '../../../internal/client/texts/ar.ts';
import type { ClientTexts } from './phrases.ts';

const ar: ClientTexts = {
  ...data,
  loading: 'جارٍ قراءة ما ذكره العميل وسجّله…',
  loaded: 'تم عرض العميل.',
  bookNext: 'حجز الجلسة التالية',
  offline: 'أنت غير متصل. تُقرأ بيانات العميل من الخادم في كل مرة: أعد المحاولة عند عودة الاتصال.',
  forbidden: 'لا يمكنك رؤية هذا العميل.',
  readBefore: 'أنت غير متصل: هذا ما قُرئ من قبل.',
  nothingAtAll: 'لم يملأ {name} الملف، ولم يسجّل شيئًا منذ {date}.',
  more: {
    zero: 'لا مزيد',
    one: 'واحد آخر',
    two: 'اثنان آخران',
    few: '{count} أخرى',
    many: '{count} أخرى',
    other: '{count} أخرى',
  },
  together: 'معك',
  bookings: 'الحجوزات',
  lastSession: 'الجلسة الأخيرة',
  nextSession: 'الجلسة القادمة',
  notes: 'ملاحظاتك',
  notesHint: 'لك ولفريقك. لا يراها العميل في حسابه؛ لكنها تظهر في تصدير بياناته.',
  notesAsOf: 'تغيّرت في {at}',
  notesConflict: 'تغيّرت هذه الملاحظات في مكان آخر منذ فتحتها. ملاحظاتك لم تُحفظ بعد.',
  theirs: 'النسخة الأخرى',
  useTheirs: 'استخدام النسخة الأخرى',
  saveMine: 'استبدالها بنسختي',
  notesSaved: 'حُفظت ملاحظاتك.',
};

export default ar;
