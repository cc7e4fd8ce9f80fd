import type { MessageLanguage } from '../../../domain/message/message.ts';
import type { StandardText } from './standard-texts.ts';

/** The text of a recovery, and the words around it that no template changes. */
interface RecoveryText extends StandardText {
  /** Below the mail, why its reader has it: `{brand}`, `{coach}` and `{date}`. R43. */
  readonly sentBy: string;
  /** Behind the SMS. */
  readonly stop: string;
}

/** The standard texts of recoveries in every language. The SMS do without letters that GSM-7 lacks. */
export const recoveryTexts: Readonly<Record<MessageLanguage, RecoveryText>> = {
  en: {
    subject: 'Your booking with {{ coach.name }} is not finished',
    mail: `# Your booking is not finished

Hi {{ lead.name }},

You chose {{ service.title }} with {{ coach.name }}, and nothing is booked yet. Open the link, and the form is as you left it.

{{ coach_message }}

When: {{ when }}
With: {{ coach.name }}
Price: {{ price }}
Discount: {{ incentive }}, with the code {{ incentive_code }}, until {{ incentive_until }}

Finish the booking: {{ resume_link }}

No time is reserved for you. If yours is taken by then, the page shows the nearest free ones. The link works for {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: your session with {{ coach.name }} is not booked yet: {{ resume_link }}{% if incentive %} Discount {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      '{brand} sent you this because this address was entered on the booking page of {coach} on {date}, with the consent to be reminded. If it was not you: nothing is booked, and you can stop these messages here.',
    stop: 'Reply STOP to end.',
  },
  de: {
    subject: 'Ihre Buchung bei {{ coach.name }} ist noch nicht fertig',
    mail: `# Ihre Buchung ist noch nicht fertig

Guten Tag {{ lead.name }},

Sie haben {{ service.title }} bei {{ coach.name }} ausgewählt, und noch ist nichts gebucht. Öffnen Sie den Link, und das Formular ist so, wie Sie es verlassen haben.

{{ coach_message }}

Wann: {{ when }}
Mit: {{ coach.name }}
Preis: {{ price }}
Rabatt: {{ incentive }}, mit dem Code {{ incentive_code }}, bis {{ incentive_until }}

Buchung abschließen: {{ resume_link }}

Es ist keine Zeit für Sie reserviert. Ist Ihre dann vergeben, zeigt die Seite die nächsten freien. Der Link gilt {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: Ihr Termin bei {{ coach.name }} ist noch nicht gebucht: {{ resume_link }}{% if incentive %} Rabatt {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      '{brand} schickt Ihnen dies, weil diese Adresse am {date} auf der Buchungsseite von {coach} eingegeben wurde, mit der Einwilligung in eine Erinnerung. Waren Sie das nicht? Dann ist nichts gebucht, und Sie können diese Nachrichten hier beenden.',
    stop: 'Ende mit STOP.',
  },
  es: {
    subject: 'Su reserva con {{ coach.name }} no está terminada',
    mail: `# Su reserva no está terminada

Hola, {{ lead.name }}:

Eligió {{ service.title }} con {{ coach.name }} y todavía no hay nada reservado. Abra el enlace y encontrará el formulario como lo dejó.

{{ coach_message }}

Cuándo: {{ when }}
Con: {{ coach.name }}
Precio: {{ price }}
Descuento: {{ incentive }}, con el código {{ incentive_code }}, hasta el {{ incentive_until }}

Terminar la reserva: {{ resume_link }}

No hay ninguna hora reservada para usted. Si la suya ya está ocupada, la página muestra las libres más cercanas. El enlace funciona durante {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: queda por reservar su cita con {{ coach.name }}: {{ resume_link }}{% if incentive %} Descuento {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      '{brand} le envía este mensaje porque esta dirección se escribió en la página de reservas de {coach} el {date}, con el consentimiento para un recordatorio. Si no fue usted: no hay nada reservado, y puede detener estos mensajes aquí.',
    stop: 'Fin: STOP.',
  },
  fr: {
    subject: 'Votre réservation avec {{ coach.name }} n’est pas terminée',
    mail: `# Votre réservation n’est pas terminée

Bonjour {{ lead.name }},

Vous avez choisi {{ service.title }} avec {{ coach.name }}, et rien n’est encore réservé. Ouvrez le lien : le formulaire est tel que vous l’avez laissé.

{{ coach_message }}

Quand : {{ when }}
Avec : {{ coach.name }}
Prix : {{ price }}
Réduction : {{ incentive }}, avec le code {{ incentive_code }}, jusqu’au {{ incentive_until }}

Terminer la réservation : {{ resume_link }}

Aucun horaire n’est gardé pour vous. Si le vôtre est pris entre-temps, la page propose les plus proches. Le lien est valable {{ link_lifetime }}.`,
    sms: '{{ partner.name }} : la séance avec {{ coach.name }} reste à réserver : {{ resume_link }}{% if incentive %} Réduction {{ incentive }} : {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      '{brand} vous envoie ce message parce que cette adresse a été saisie sur la page de réservation de {coach} le {date}, avec l’accord pour un rappel. Si ce n’était pas vous : rien n’est réservé, et vous pouvez arrêter ces messages ici.',
    stop: 'Fin : STOP.',
  },
  ar: {
    subject: 'حجزك مع {{ coach.name }} لم يكتمل',
    mail: `# حجزك لم يكتمل

مرحبًا {{ lead.name }}،

اخترت {{ service.title }} مع {{ coach.name }}، ولم يُحجز شيء بعد. افتح الرابط وستجد النموذج كما تركته.

{{ coach_message }}

الموعد: {{ when }}
مع: {{ coach.name }}
السعر: {{ price }}
الخصم: {{ incentive }}، بالرمز {{ incentive_code }}، حتى {{ incentive_until }}

إكمال الحجز: {{ resume_link }}

لا يوجد وقت محجوز لك. إن حُجز وقتك قبل ذلك، تعرض الصفحة أقرب الأوقات المتاحة. الرابط صالح لمدة {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: جلستك مع {{ coach.name }} لم تُحجز بعد: {{ resume_link }}{% if incentive %} خصم {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      'أرسل {brand} هذه الرسالة لأن هذا العنوان أُدخل في صفحة حجز {coach} بتاريخ {date} مع الموافقة على التذكير. إن لم تكن أنت: لم يُحجز شيء، ويمكنك إيقاف هذه الرسائل من هنا.',
    stop: 'للإيقاف أرسل STOP.',
  },
};
