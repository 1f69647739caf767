/** A list of listeners; adding answers how to leave. Listeners may leave while they are called. */
export type Emitter<T> = {
  readonly on: (listener: (value: T) => void) => () => void
  readonly emit: (value: T) => void
}

export const createEmitter = <T>(): Emitter<T> => {
  const listeners = new Set<(value: T) => void>()
  return {
    on(listener) {
      // A wrapper of its own, so that the same function may listen twice.
      const own = (value: T): void => listener(value)
      listeners.add(own)
      return () => listeners.delete(own)
    },
    emit(value) {
      for (const listener of [...listeners]) listener(value)
    },
  }
}
