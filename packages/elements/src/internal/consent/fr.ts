/** The consent beside the box in the form, in French. */
export const consent =
  'Si je ne termine pas cette réservation, {coach} peut m’envoyer jusqu’à deux e-mails à ce sujet. Je peux retirer cet accord à tout moment, ici ou dans chaque e-mail.';
