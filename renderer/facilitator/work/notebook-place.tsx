export const NotebookPlace = () => null
