export const AgendaPlace = () => null
