/** Words that every page of the facilitator needs at once; places bring theirs when they load. */
export const FIRST_WORDS = ['common', 'shell', 'home', 'actions', 'boards', 'errors']
