export const IndicatorsPlace = () => null
