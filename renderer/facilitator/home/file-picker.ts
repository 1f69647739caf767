import { createStore } from '../app/store'

/** The home page and the shell both offer "Open a file"; whoever is mounted does the work. */
type Chooser = () => void | Promise<void>

const chooser = createStore<Chooser | null>(null)

export const provideFileChooser = (choose: Chooser): (() => void) => {
  chooser.set(choose)
  return () => {
    if (chooser.get() === choose) chooser.set(null)
  }
}

export const chooseFile = (): void => {
  void chooser.get()?.()
}
