export const ActivitiesPlace = () => null
