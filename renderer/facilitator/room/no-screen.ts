import { createStore, useStore } from '../app/store'

/** Set when something was shown on purpose while no projector was open; read and taken away by the bar. */
const missing = createStore<{ readonly groupId: string | undefined } | null>(null)

export const tellNoScreen = (groupId: string | undefined): void => missing.set({ groupId })
export const dismissNoScreen = (): void => missing.set(null)
export const useNoScreen = (): { readonly groupId: string | undefined } | null => useStore(missing)
