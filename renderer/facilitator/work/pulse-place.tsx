export const PulsePlace = () => null
