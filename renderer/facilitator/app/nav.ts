import { createStore, useStore } from './store'

export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'board'; readonly id: string }
  | { readonly kind: 'boards' }
  | { readonly kind: 'votes' }
  | { readonly kind: 'vote'; readonly id: string }
  /** Typing in the paper slips of a vote. */
  | { readonly kind: 'paper'; readonly id: string }
  | { readonly kind: 'decisions' }
  | { readonly kind: 'tasks' }
  | { readonly kind: 'questions' }
  | { readonly kind: 'dialogue' }
  | { readonly kind: 'projects' }
  | { readonly kind: 'indicators' }
  | { readonly kind: 'activities' }
  | { readonly kind: 'pulse' }
  | { readonly kind: 'notebook' }
  | { readonly kind: 'agenda' }
  | { readonly kind: 'history' }
  | { readonly kind: 'help' }
  | { readonly kind: 'people' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'lab' }
  | { readonly kind: 'report' }
  | { readonly kind: 'settings' }
  /** Many sessions side by side; like home it needs no session. */
  | { readonly kind: 'compare' }

export type PlaceKind = Place['kind']

/** Closed to a helper on another computer: the host refuses their deeds. */
export const FACILITATORS_PLACES: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  'notebook',
  'report',
  'settings',
  'compare',
])

const WITH_ID = ['step', 'board', 'vote', 'paper'] as const
const PLAIN = [
  'home',
  'boards',
  'votes',
  'decisions',
  'tasks',
  'questions',
  'dialogue',
  'projects',
  'indicators',
  'activities',
  'pulse',
  'notebook',
  'agenda',
  'history',
  'help',
  'people',
  'waiting',
  'lab',
  'report',
  'settings',
  'compare',
] as const

const HOME: Place = { kind: 'home' }

export const placeHash = (place: Place): string => ('id' in place ? `#/${place.kind}/${place.id}` : `#/${place.kind}`)

/** The place an address names; anything unknown is home, so an old bookmark never breaks the page. */
export const parsePlace = (hash: string): Place => {
  const [kind, id] = hash.replace(/^#\//, '').split('/')
  const withId = WITH_ID.find((known) => known === kind)
  if (withId !== undefined && id !== undefined && /^[\w-]{2,40}$/.test(id)) return { kind: withId, id }
  const plain = PLAIN.find((known) => known === kind)
  return plain === undefined ? HOME : { kind: plain }
}

export const samePlace = (a: Place, b: Place): boolean => placeHash(a) === placeHash(b)

const places = createStore<Place>(parsePlace(window.location.hash))

window.addEventListener('popstate', () => places.set(parsePlace(window.location.hash)))

/** Outside of React: shortcuts, the palette, pushes of the host. */
export const nav = {
  place: places.get,
  subscribe: places.subscribe,
  go: (place: Place): void => {
    if (samePlace(place, places.get())) return
    window.history.pushState(null, '', placeHash(place))
    places.set(place)
  },
  /** Without a new entry for the back button: when the page itself decides where one is. */
  replace: (place: Place): void => {
    window.history.replaceState(null, '', placeHash(place))
    places.set(samePlace(place, places.get()) ? places.get() : place)
  },
  back: (): void => window.history.back(),
} as const

type Nav = { readonly place: Place; readonly go: (place: Place) => void; readonly back: () => void }

/** The place on the sheet, kept in the address: a reload and the back button stay where one was. */
export const useNav = (): Nav => ({ place: useStore(places), go: nav.go, back: nav.back })
