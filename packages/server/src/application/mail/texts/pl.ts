import type { MailTexts } from './mail-text.ts';

const notYou = 'Jeśli to nie ty, od razu ustaw inne hasło: to zakończy wszystkie sesje.';
const choose = 'Ustaw inne hasło';

export const pl: MailTexts = {
  language: 'pl',
  dir: 'ltr',
  greeting: 'Cześć {name},',
  greetingWithoutName: 'Cześć,',
  roles: { client: 'klient', coach: 'trener', staff: 'członek zespołu', admin: 'administrator' },
  unknownDevice: 'nieznane urządzenie',
  email_verification: {
    subject: 'Potwierdź swój adres e-mail: {product}',
    reason:
      'na ten adres zarejestrowano konto w serwisie {product} ({when}). Imię i nazwisko: {given}. Rola: {role}. Jeśli to twoje konto, potwierdź adres swoim hasłem. Na koncie znajdą się wtedy także rezerwacje dokonane wcześniej z tego adresu.',
    action: 'Potwierdź ten adres',
    limit: 'Link jest ważny przez {time}.',
    unasked: 'Jeśli to nie ty, bez linku i hasła nic się nie stanie. Możesz zlecić zamknięcie konta:',
    refuse: 'To nie ja',
  },
  password_reset: {
    subject: 'Ustaw nowe hasło: {product}',
    reason: 'ktoś, zapewne ty, chce ustawić nowe hasło do twojego konta w serwisie {product}.',
    action: 'Ustaw nowe hasło',
    limit: 'Link działa jeden raz, przez {time}. Nowe hasło zakończy wszystkie sesje.',
    unasked: 'Jeśli to nie ty, nie rób nic: twoje hasło pozostaje bez zmian.',
  },
  invitation: {
    subject: 'Twoje konto: {product}',
    reason: 'w serwisie {product} utworzono dla ciebie konto. Rola: {role}. Ustaw hasło, aby je otworzyć.',
    action: 'Ustaw hasło',
    limit: 'Link działa jeden raz, przez {time}.',
    unasked: 'Jeśli nie znasz serwisu {product}, nie rób nic: bez linku nikt nie zaloguje się na to konto.',
  },
  email_change: {
    subject: 'Potwierdź swój nowy adres e-mail: {product}',
    reason: 'ten adres ma zastąpić adres twojego konta w serwisie {product}.',
    action: 'Potwierdź nowy adres',
    limit: 'Link jest ważny przez {time}, razem z twoim hasłem.',
    unasked: 'Jeśli to nie ty, nie rób nic: bez linku nic się nie zmieni.',
  },
  account_exists: {
    subject: 'Masz już konto: {product}',
    reason:
      'ktoś, może ty, chciał użyć tego adresu do założenia konta w serwisie {product}. Takie konto już jest: zaloguj się albo ustaw inne hasło.',
    action: choose,
    limit: 'Link działa jeden raz, przez {time}.',
    unasked: 'Jeśli to nie ty, nie rób nic: konto pozostaje bez zmian i nikt się o nim nie dowiedział.',
  },
  password_changed: {
    subject: 'Twoje hasło zostało zmienione: {product}',
    reason: 'hasło do twojego konta w serwisie {product} zostało zmienione ({when}).',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: 'Twój adres e-mail ma się zmienić: {product}',
    reason: 'ktoś, kto zna twoje hasło, podał inny adres e-mail dla twojego konta w serwisie {product} ({when}).',
    unasked: 'Jeśli to nie ty, od razu ustaw inne hasło: wtedy nic z tego nie będzie.',
    action: choose,
  },
  email_changed: {
    subject: 'Twój adres e-mail został zmieniony: {product}',
    reason: 'twoje konto w serwisie {product} ma teraz inny adres e-mail zamiast tego ({when}).',
    unasked: 'Jeśli to nie ty, od razu napisz do {product}: ten adres nie otwiera już konta.',
  },
  role_changed: {
    subject: 'Twoja rola została zmieniona: {product}',
    reason: 'twoja rola w serwisie {product} to teraz: {role} ({when}). Zaloguj się ponownie.',
    unasked: 'Jeśli to dla ciebie niespodzianka, zapytaj {product}.',
  },
  new_device: {
    subject: 'Nowe logowanie na twoje konto: {product}',
    reason:
      'ktoś zalogował się na twoje konto w serwisie {product} z nowego miejsca lub urządzenia ({when}): {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: 'Logowanie wymaga teraz także kodu: {product}',
    reason: 'na twoim koncie w serwisie {product} włączono drugi składnik logowania ({when}).',
    unasked: 'Jeśli to nie ty, od razu ustaw inne hasło i poproś {product} o usunięcie drugiego składnika.',
    action: choose,
  },
  second_factor_disabled: {
    subject: 'Logowanie nie wymaga już kodu: {product}',
    reason: 'na twoim koncie w serwisie {product} wyłączono drugi składnik logowania ({when}).',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'Nie można odczytać innego kalendarza: {product}',
    reason:
      'w serwisie {product} liczy się też zajęty czas z twoich innych kalendarzy, ale od ponad doby nie można odczytać tych: {calendars}. Do tego czasu liczy się to, co odczytano ostatnio, albo nie można rezerwować wcale, zależnie od twojego wyboru.',
    unasked:
      'Na stronie widać, co jest nie tak. Często trzeba ponownie skopiować tajny adres. Dopóki to trwa, przypominamy raz dziennie.',
    action: 'Otwórz swoje połączenia',
  },
  connection_revoked: {
    subject: 'Konto trzeba połączyć ponownie: {product}',
    reason:
      'w serwisie {product} zakończyło się połączenie z tymi twoimi kontami, bo dostawca już go nie przyjmuje: {accounts}. Ich kalendarze nie są czytane ani zapisywane i nie powstają tam spotkania, dopóki nie połączysz ich ponownie.',
    unasked:
      'Tak bywa, gdy zmieniono hasło, cofnięto dostęp u dostawcy albo długo z niego nie korzystano. Wszystkie rezerwacje są na miejscu.',
    action: 'Połącz ponownie',
  },
  meetings_limited: {
    subject: 'Zoom zbliża się do dzisiejszego limitu: {product}',
    reason:
      'Zoom tworzy i przenosi najwyżej 100 spotkań jednego gospodarza dziennie, a twój w serwisie {product} wykorzystał już 90. Od setnego spotkania rezerwacje nowe i przełożone dostaną swoje spotkanie po północy UTC.',
    unasked:
      'Rezerwacje działają jak zwykle, a link każdego terminu pozostaje ten sam: prowadzi do spotkania, gdy tylko ono powstanie.',
  },
  record_failed: {
    subject: 'Terminy, których nie zna żaden dostawca: {product}',
    reason:
      'w serwisie {product} te terminy są zarezerwowane, ale u dostawcy nie ma dla nich spotkania lub wpisu w kalendarzu: {sessions}. Kto dołączy przez link, trafi do pokoju przewidzianego na takie przypadki albo zobaczy prośbę o kontakt z tobą.',
    unasked:
      'Próbujemy ponownie aż do ich rozpoczęcia i nic nie przeszkadza w rezerwowaniu. Otwórz swoje połączenia: być może któreś konto trzeba połączyć ponownie. W przeciwnym razie powiedz klientom, jak się spotkacie.',
    action: 'Otwórz swoje połączenia',
  },
  changed_there: {
    subject: 'Terminy, które w twoim kalendarzu mają inną godzinę: {product}',
    reason:
      'terminy z serwisu {product} zostały przeniesione lub usunięte w kalendarzu, do którego są zapisywane: {sessions}. To są godziny rezerwacji, które się nie zmieniły; klienci przyjdą właśnie wtedy.',
    unasked:
      'Jeśli kalendarz się myli, przywróć terminy na stronie swoich połączeń. Jeśli termin ma być o innej godzinie, przełóż rezerwację: kalendarz się dostosuje, a klient dostanie wiadomość.',
    action: 'Otwórz swoje połączenia',
  },
};
