/** The consent beside the box in the form, in Spanish. */
export const consent =
  'Si no termino esta reserva, {coach} puede enviarme hasta dos correos sobre ella. Puedo retirar este permiso en cualquier momento, aquí o en cada correo.';
