export const HelpPlace = () => null
