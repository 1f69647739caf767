import { nav } from '../app/nav'
import { createStore } from '../app/store'

export type LabTab = 'over' | 'profile'

export const labTab = createStore<LabTab>('over')

/** To what every report of the lab says about it: logos, the funder's notice, authors. */
export const goToProfile = (): void => {
  labTab.set('profile')
  nav.go({ kind: 'lab' })
}
