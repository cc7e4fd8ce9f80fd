import type { MessageLanguage } from '../../../domain/message/message.ts';
import type { StandardText } from './standard-texts.ts';

/** The text of a recovery, and the words around it that no template changes. */
export interface RecoveryText extends StandardText {
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
  it: {
    subject: 'La tua prenotazione con {{ coach.name }} non è completa',
    mail: `# La tua prenotazione non è completa

Ciao {{ lead.name }},

Hai scelto {{ service.title }} con {{ coach.name }}, e non c’è ancora nulla di prenotato. Apri il link: il modulo è come l’hai lasciato.

{{ coach_message }}

Quando: {{ when }}
Con: {{ coach.name }}
Prezzo: {{ price }}
Sconto: {{ incentive }}, con il codice {{ incentive_code }}, fino al {{ incentive_until }}

Completa la prenotazione: {{ resume_link }}

Nessun orario è riservato per te. Se il tuo nel frattempo è stato preso, la pagina mostra i più vicini ancora liberi. Il link funziona per {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: la tua seduta con {{ coach.name }} è ancora da prenotare: {{ resume_link }}{% if incentive %} Sconto {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      '{brand} ti invia questo messaggio perché questo indirizzo è stato inserito nella pagina di prenotazione di {coach}, {date}, con il consenso a un promemoria. Se non l’hai fatto tu: non c’è nulla di prenotato, e qui puoi fermare questi messaggi.',
    stop: 'Fine: STOP.',
  },
  pt: {
    subject: 'Sua reserva com {{ coach.name }} não está concluída',
    mail: `# Sua reserva não está concluída

Olá, {{ lead.name }},

Você escolheu {{ service.title }} com {{ coach.name }}, e ainda não há nada reservado. Abra o link e o formulário estará como você o deixou.

{{ coach_message }}

Quando: {{ when }}
Com: {{ coach.name }}
Preço: {{ price }}
Desconto: {{ incentive }}, com o código {{ incentive_code }}, até {{ incentive_until }}

Concluir a reserva: {{ resume_link }}

Nenhum horário está guardado para você. Se o seu já tiver sido reservado, a página mostra os livres mais próximos. O link funciona por {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: falta concluir sua reserva com {{ coach.name }}: {{ resume_link }}{% if incentive %} Desconto {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      '{brand} enviou esta mensagem porque este endereço foi digitado na página de reservas de {coach}, {date}, com o consentimento para um lembrete. Se não foi você: nada está reservado, e você pode parar estas mensagens aqui.',
    stop: 'Parar: STOP.',
  },
  nl: {
    subject: 'Je boeking bij {{ coach.name }} is nog niet af',
    mail: `# Je boeking is nog niet af

Hoi {{ lead.name }},

Je koos {{ service.title }} met {{ coach.name }}, en er is nog niets geboekt. Open de link en het formulier is zoals je het achterliet.

{{ coach_message }}

Wanneer: {{ when }}
Met: {{ coach.name }}
Prijs: {{ price }}
Korting: {{ incentive }}, met de code {{ incentive_code }}, tot {{ incentive_until }}

Boeking afronden: {{ resume_link }}

Er is geen tijd voor je vastgehouden. Is die van jou intussen bezet, dan toont de pagina de dichtstbijzijnde vrije. De link werkt {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: je sessie met {{ coach.name }} is nog niet geboekt: {{ resume_link }}{% if incentive %} Korting {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      '{brand} stuurt je dit omdat dit adres op {date} is ingevuld op de boekingspagina van {coach}, met toestemming voor een herinnering. Was jij dat niet? Dan is er niets geboekt, en kun je deze berichten hier stoppen.',
    stop: 'Stop: STOP.',
  },
  pl: {
    subject: 'Twoja rezerwacja nie jest dokończona: {{ coach.name }}',
    mail: `# Twoja rezerwacja nie jest dokończona

Cześć {{ lead.name }},

Wybór: {{ service.title }}, {{ coach.name }}. Nic nie jest jeszcze zarezerwowane. Otwórz link, a zobaczysz formularz w takim stanie, w jakim został.

{{ coach_message }}

Kiedy: {{ when }}
Prowadzi: {{ coach.name }}
Cena: {{ price }}
Rabat: {{ incentive }}, z kodem {{ incentive_code }}, do {{ incentive_until }}

Dokończ rezerwację: {{ resume_link }}

Żaden termin nie jest dla ciebie zachowany. Jeśli twój będzie już zajęty, strona pokaże najbliższe wolne. Link jest ważny przez {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: rezerwacja nie jest dokończona, {{ coach.name }}: {{ resume_link }}{% if incentive %} Rabat {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      '{brand} wysyła tę wiadomość, ponieważ ten adres wpisano ({date}) na stronie rezerwacji ({coach}), wraz ze zgodą na przypomnienie. To nie ty? Nic nie jest zarezerwowane, a te wiadomości możesz tutaj zatrzymać.',
    stop: 'Koniec: STOP.',
  },
  tr: {
    subject: '{{ coach.name }} ile randevunuz tamamlanmadı',
    mail: `# Randevunuz tamamlanmadı

Merhaba {{ lead.name }},

{{ coach.name }} ile {{ service.title }} seçtiniz, ama henüz randevu alınmadı. Bağlantıyı açın; form bıraktığınız gibi duruyor.

{{ coach_message }}

Ne zaman: {{ when }}
Kiminle: {{ coach.name }}
Fiyat: {{ price }}
İndirim: {{ incentive }}, kod {{ incentive_code }}, son gün {{ incentive_until }}

Randevuyu tamamlayın: {{ resume_link }}

Sizin için ayrılmış bir saat yok. Seçtiğiniz saat o sırada dolmuşsa sayfa en yakın boş saatleri gösterir. Bağlantının geçerlilik süresi: {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: {{ coach.name }} ile randevunuz henüz alınmadı: {{ resume_link }}{% if incentive %} İndirim {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      '{brand} bu iletiyi, bu adres {date} tarihinde {coach} randevu sayfasına hatırlatma izniyle girildiği için gönderdi. Siz değilseniz: hiçbir randevu alınmadı ve bu iletileri buradan durdurabilirsiniz.',
    stop: 'Durdurmak için STOP yazın.',
  },
  he: {
    subject: 'ההזמנה שלכם אצל {{ coach.name }} לא הושלמה',
    mail: `# ההזמנה שלכם לא הושלמה

שלום {{ lead.name }},

בחרתם {{ service.title }} עם {{ coach.name }}, ועוד לא הוזמן דבר. פתחו את הקישור, והטופס יהיה כפי שהשארתם אותו.

{{ coach_message }}

מתי: {{ when }}
עם: {{ coach.name }}
מחיר: {{ price }}
הנחה: {{ incentive }}, עם הקוד {{ incentive_code }}, עד {{ incentive_until }}

השלמת ההזמנה: {{ resume_link }}

שום זמן לא שמור לכם. אם הזמן שלכם ייתפס בינתיים, העמוד יציג את הפנויים הקרובים ביותר. הקישור תקף למשך {{ link_lifetime }}.`,
    sms: '{{ partner.name }}: הפגישה עם {{ coach.name }} עוד לא הוזמנה: {{ resume_link }}{% if incentive %} הנחה {{ incentive }}: {{ incentive_code }}.{% endif %}{% if coach_message %} {{ coach_message }}{% endif %}',
    sentBy:
      'ההודעה נשלחה מאת {brand} משום שהכתובת הזאת הוזנה בעמוד ההזמנות של {coach} ({date}), עם הסכמה לתזכורת. אם זה לא היה מכם: שום דבר לא הוזמן, ואפשר להפסיק כאן את ההודעות האלה.',
    stop: 'להפסקה השיבו STOP.',
  },
};
