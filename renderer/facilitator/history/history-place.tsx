export const HistoryPlace = () => null
