import type { MailTexts } from '../mail-texts.ts';

export const ar: MailTexts = {
  language: 'ar',
  dir: 'rtl',
  greeting: 'مرحبًا {name}،',
  greetingWithoutName: 'مرحبًا،',
  email_verification: {
    subject: 'تأكيد بريدك الإلكتروني لدى {product}',
    why: 'يرجى تأكيد أن هذا العنوان لك. بعد ذلك تظهر في حسابك أيضًا الحجوزات التي أجريتها به من قبل.',
    action: 'تأكيد هذا العنوان',
    limit: 'مدة صلاحية الرابط: {time}.',
    unasked: 'إذا لم يكن لديك حساب لدى {product} فلا تفعل شيئًا: لن يحدث شيء من دون الرابط.',
  },
  password_reset: {
    subject: 'اختيار كلمة مرور جديدة لدى {product}',
    why: 'طلب شخص ما، على الأرجح أنت، اختيار كلمة مرور جديدة لحسابك لدى {product}.',
    action: 'اختيار كلمة مرور جديدة',
    limit: 'يعمل الرابط مرة واحدة فقط، ومدة صلاحيته: {time}. كلمة المرور الجديدة تنهي جميع جلساتك.',
    unasked: 'إذا لم تكن أنت فلا تفعل شيئًا: تبقى كلمة مرورك كما هي.',
  },
};
