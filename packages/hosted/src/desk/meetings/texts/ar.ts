import type { PageTexts } from './en.ts';

export const ar: PageTexts = {
  coming: 'القادمة',
  comingText: 'خلال الأسبوعين القادمين، بتوقيت {zone}.',
  past: 'المنتهية',
  pastText: 'خلال الثلاثين يومًا الماضية، الأحدث أولًا.',
  none: 'لا يوجد اجتماع هنا. الخدمات التي لها اجتماع تُحدَّد في صفحة الخدمات.',
  reload: 'التحقق مرة أخرى',
  number: 'الاجتماع {number}',
  password: 'كلمة المرور {password}',
  people: 'الحاضرون',
  unnamed: 'بلا اسم',
  host: 'المضيف',
  visit: 'من {from} إلى {to}، {minutes}',
  visitOpen: 'منذ {from}',
  visitEnd: 'حتى {to}',
  recording: 'تسجيل، {minutes}، {size}',
};
