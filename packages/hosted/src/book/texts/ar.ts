import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in Arabic. */
export const ar: BookTexts = {
  label: 'حسابك',
  signedIn: 'تم تسجيل الدخول باسم {name}',
  mine: 'جلساتك',
  notYou: 'لست أنت؟ تسجيل الخروج',
  unproven: 'لم يتم تأكيد عنوان بريدك الإلكتروني بعد. بعد تأكيده سيظهر ما تحجزه هنا في حسابك أيضًا.',
  prove: 'تأكيده في الحساب',
  last: 'جلساتك الأخيرة',
  again: 'احجز مجددًا',
  all: 'عرض كل الخدمات',
};
