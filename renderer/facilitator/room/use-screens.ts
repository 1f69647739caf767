import type { ScreenView } from '@core/protocol/views'
import { useRoom } from '../../shared/replica/react'

const NONE: readonly ScreenView[] = []

/** The projectors that are open now, on this computer and on others. */
export const useScreens = (): readonly ScreenView[] => useRoom()?.screens ?? NONE
