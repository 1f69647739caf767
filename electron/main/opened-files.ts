const ENDING = '.polyphony.json'

/** Session files among the arguments of a start: from the command line or a double click in the file manager. */
export const filesInArguments = (argv: readonly string[]): string[] =>
  argv.slice(1).filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(ENDING))
