export const ProjectsPlace = () => null
