import type { DeskTexts } from './phrases.ts';

export const ar: DeskTexts = {
  calendar: 'التقويم',
  meetings: 'الاجتماعات',
  statistics: 'الإحصاءات',
  abandoned: 'حجوزات لم تكتمل',
  propose: 'اقتراح مواعيد',
  services: 'الخدمات',
  messages: 'الرسائل',
  notifications: 'الإشعارات',
  suggestions: 'الاقتراحات',
  recovery: 'التذكير',
  connections: 'الاتصالات',
  account: 'حسابي',
  pages: 'الصفحات',
  skip: 'انتقل إلى الصفحة',
  admin: 'الإدارة',
  notFound: 'هذه الصفحة غير موجودة',
  notFoundText: 'لا شيء في هذا العنوان. الصفحات الموجودة مذكورة في الأعلى.',
  forTeam: 'للمدرّبين وفرقهم',
  forTeamText:
    'سجّلت الدخول بصفة عميل. لرؤية حجزك افتح الرابط الذي حصلت عليه عند الحجز. طريقة تسجيل دخولك ومن يرى ملفك الشخصي تجدهما في حسابك.',
};
